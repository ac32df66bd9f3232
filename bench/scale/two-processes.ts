import { removeFolder, type Library } from '@/tests/support/the-library';
import type { Client } from '../client';
import { type Finding, paceOf, rounded } from '../measure';
import { loggedIn, someMembers, someTitles } from '../people';
import { anotherProcess } from './another-process';

const callers = 8;

/** Two server processes on one PostgreSQL and one bucket, beside one of them alone. */
export async function twoProcesses(library: Library): Promise<Finding[]> {
  const other = await anotherProcess(library);
  try {
    const one = await cyclesOn([library.url]);
    const two = await cyclesOn([library.url, other.url]);
    return [
      { what: `borrow + return over HTTP by two server processes (${callers} members)`, value: rounded(two.perSecond), unit: 'cycles/s', beside: 'by one', besideValue: rounded(one.perSecond), ratio: rounded(two.perSecond / one.perSecond) },
      { what: 'the same, p95', value: rounded(two.p95Ms), unit: 'ms', beside: 'by one', besideValue: rounded(one.p95Ms) },
    ];
  } finally {
    await other.stop();
    removeFolder(other.dataDir);
  }
}

async function cyclesOn(origins: readonly string[]) {
  const members = await someMembers(callers);
  const titles = await someTitles(callers);
  const clients: Client[] = [];
  for (const [index, member] of members.entries()) clients.push(...(await loggedIn(origins[index % origins.length] ?? '', [member])));
  const pace = await paceOf(callers, 8, async (caller) => {
    const client = clients[caller];
    if (client === undefined) throw new Error('a caller without a client');
    const { id } = await client.must<{ id: string }>('POST', `/api/titles/${titles[caller] ?? ''}/loans`, [201]);
    await client.must('POST', `/api/loans/${id}/return`, [200]);
  });
  for (const client of clients) client.close();
  return pace;
}
