import { Client } from './client';
import { type Finding, paceOf, rounded } from './measure';
import { loggedIn, someMembers, someTitles } from './people';

const callers = 8;

/** Borrow and return over HTTP, beside two calls of the same server that touch nothing: what lending itself costs. */
export async function lendingOverHttp(origin: string): Promise<Finding[]> {
  const clients = await loggedIn(origin, await someMembers(callers));
  const titles = await someTitles(callers * 4);
  const idle = new Client(origin);
  const live = await paceOf(callers, 6, async (caller) => {
    for (let call = 0; call < 2; call += 1) await (clients[caller] ?? idle).must('GET', '/api/health/live', [200]);
  });
  const lending = await paceOf(callers, 8, async (caller, turn) => {
    const client = clients[caller] ?? idle;
    const titleId = titles[caller * 4 + (turn % 4)] ?? '';
    const { id } = await client.must<{ id: string }>('POST', `/api/titles/${titleId}/loans`, [201]);
    await client.must('POST', `/api/loans/${id}/return`, [200]);
  });
  for (const client of [...clients, idle]) client.close();
  return [
    { what: `borrow + return over HTTP (${callers} members)`, value: rounded(lending.perSecond), unit: 'cycles/s', beside: 'two live calls', besideValue: rounded(live.perSecond), ratio: rounded(lending.perSecond / live.perSecond), aim: 'SLiMS: 68/s for one loan cycle' },
    { what: 'borrow + return over HTTP, p95', value: rounded(lending.p95Ms), unit: 'ms', beside: 'two live calls', besideValue: rounded(live.p95Ms), aim: 'SLiMS: 157 ms' },
  ];
}
