import { Client } from './client';
import { type Finding, type Pace, paceOf, rounded } from './measure';
import { hasCorpora, loadRecords, queries } from './records';

const [few, many] = [1000, 100_000];

/** Search among 100,000 titles beside 1,000, through the same call; and the title page. */
export async function searching(origin: string): Promise<Finding[]> {
  if (!hasCorpora()) return [];
  await loadRecords(0, few);
  const small = await searchPace(origin);
  await loadRecords(few, many);
  const large = await searchPace(origin);
  const page = await titlePagePace(origin);
  return [
    { what: 'search in 100,000 titles (4 clients)', value: rounded(large.perSecond), unit: 'requests/s', beside: 'in 1,000 titles', besideValue: rounded(small.perSecond), ratio: rounded(large.perSecond / small.perSecond), aim: 'SLiMS: 20/s with full text, 4.7/s as shipped' },
    { what: 'search in 100,000 titles, p95', value: rounded(large.p95Ms), unit: 'ms', beside: 'in 1,000 titles', besideValue: rounded(small.p95Ms), aim: 'SLiMS: 271 and 1,131 ms' },
    { what: 'title page among 100,000 (8 clients)', value: rounded(page.perSecond), unit: 'pages/s', aim: 'SLiMS: 201/s' },
    { what: 'title page, p95', value: rounded(page.p95Ms), unit: 'ms', aim: 'SLiMS: 58 ms' },
  ];
}

async function searchPace(origin: string): Promise<Pace> {
  const words = queries();
  const clients = Array.from({ length: 4 }, () => new Client(origin));
  let asked = 0;
  const pace = await paceOf(clients.length, 10, async (caller) => {
    const q = words[asked++ % words.length] ?? '';
    await clients[caller]?.must('GET', `/api/titles?q=${encodeURIComponent(q)}`, [200]);
  });
  for (const client of clients) client.close();
  return pace;
}

async function titlePagePace(origin: string): Promise<Pace> {
  const clients = Array.from({ length: 8 }, () => new Client(origin));
  const { items } = (await clients[0]?.must<{ items: { id: string }[] }>('GET', '/api/titles?limit=100', [200])) ?? { items: [] };
  const pace = await paceOf(clients.length, 6, async (caller, turn) => {
    const answer = await clients[caller]?.call('GET', `/titles/${items[(caller * 13 + turn) % items.length]?.id ?? ''}`);
    if (answer?.status !== 200) throw new Error(`a title page answered ${answer?.status ?? 'nothing'}`);
  });
  for (const client of clients) client.close();
  return pace;
}
