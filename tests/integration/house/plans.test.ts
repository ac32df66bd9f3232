import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { closePool } from '@/lib/adapters/postgres/pool';
import { countFacets } from '@/lib/operations/catalogue/count-facets';
import { listStaffTitles } from '@/lib/operations/catalogue/list-staff-titles';
import { saveTitle } from '@/lib/operations/catalogue/save-title';
import { searchTitles } from '@/lib/operations/catalogue/search-titles';
import { seeTitle } from '@/lib/operations/catalogue/see-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { listAllLoans } from '@/lib/operations/lending/list-all-loans';
import { listLoans } from '@/lib/operations/lending/list-loans';
import { readAnyLoan } from '@/lib/operations/lending/read-any-loan';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { seeShelf } from '@/lib/operations/lending/see-shelf';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { readMember } from '@/lib/operations/members/read-member';
import { searchMembers } from '@/lib/operations/members/search-members';
import { drainOutbox } from '@/lib/operations/messages/drain-outbox';
import { markNoticesRead } from '@/lib/operations/messages/mark-notices-read';
import { remind } from '@/lib/operations/messages/remind';
import { openBook } from '@/lib/operations/reading/open-book';
import { openContent } from '@/lib/operations/reading/open-content';
import { saveReading } from '@/lib/operations/reading/save-reading';
import { readOverview } from '@/lib/operations/statistics/read-overview';
import { reluctantClient, statementsOf, wholeReadsIn, withoutAnIndex, type Statement } from '@/tests/support/plans';
import { aHold, aLoan, aMember, aTitle, byMember } from '@/tests/support/world';

jest.setTimeout(120_000);

let client: pg.Client;
beforeAll(async () => {
  client = await reluctantClient();
});
afterAll(async () => {
  await client.end();
  await closePool();
});

test('whatever people and the clock ask of a growing table is answered by an index', async () => {
  const statements = await statementsOf(everybodyDoesEverything);
  expect(statements.length).toBeGreaterThan(50);
  expect(await withoutAnIndex(client, statements)).toEqual([]);
});

test('a query that an index cannot answer is noticed', async () => {
  const statement: Statement = { name: null, text: 'SELECT * FROM "Loan" WHERE "renewalCount" > $1' };
  expect(await wholeReadsIn(client, statement, new Set())).toEqual(['Loan (no index)']);
});

async function everybodyDoesEverything(): Promise<void> {
  const titleId = await aTitle({ copies: 1, title: 'Sungai Barito', subjects: ['Sejarah'] });
  const [reader, waiter, librarian] = [await aMember(), await aMember(), await aMember({ role: 'librarian' })];
  const question = { words: null, subject: null, language: null, availableOnly: false, sort: 'newest' as const };
  const page = { limit: 20, after: null, memberId: reader };
  for (const sort of ['newest', 'popular', 'title'] as const) await searchTitles({ ...question, sort }, page);
  await searchTitles({ ...question, words: 'sungai', sort: 'relevance' }, page);
  await searchTitles({ ...question, words: 'sngai barto', sort: 'relevance', availableOnly: true }, page);
  await countFacets('sungai');
  await seeTitle(titleId, null);
  await saveTitle(titleId, reader);

  const loan = await aLoan(titleId, reader);
  const hold = await aHold(titleId, waiter);
  await seeTitle(titleId, { memberId: waiter, role: 'member', sessionId: randomUUID() } as Parameters<typeof seeTitle>[1]);
  for (const memberId of [reader, waiter]) await seeShelf(memberId, null);
  await listLoans(reader, { state: 'ended', limit: 10, after: null });
  await openBook({ memberId: reader, loanId: loan.id });
  await openContent({ memberId: reader, loanId: loan.id });
  await saveReading({ memberId: reader, titleId, incoming: { deviceId: 'telepon', deviceName: null, position: { page: 2 }, savedAt: new Date() } });
  await renewLoan(loan.id, reader, byMember(reader));
  await returnLoan(loan.id, reader, byMember(reader));
  await cancelHold(hold.id, waiter, byMember(waiter));

  const all = { limit: 20, after: null };
  for (const state of [undefined, 'active', 'ended', 'returned', 'expired', 'revoked'] as const) await listAllLoans({ state }, all);
  await listAllLoans({ member: reader, title: titleId, from: new Date('2020-01-01'), until: new Date('2030-01-01') }, all);
  await listAllLoans({ member: 'Anggota', title: 'barito' }, all);
  await readAnyLoan(loan.id);
  await readOverview();
  await readMember(reader);
  for (const state of [null, 'blocked', 'ended', 'staff'] as const) await searchMembers({ q: 'anggota', state }, { limit: 20, after: null });
  await listStaffTitles({ words: '', state: null, limit: 20, after: null });
  await listStaffTitles({ words: 'sungai', state: null, limit: 20, after: null });

  await settleDue();
  await remind();
  await drainOutbox();
  await markNoticesRead(librarian, [randomUUID()]);
}
