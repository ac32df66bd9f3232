import { afterAll, expect, test } from '@jest/globals';
import { closePool } from '@/lib/adapters/postgres/pool';
import { addLicence } from '@/lib/operations/catalogue/add-licence';
import { changeCopyCount } from '@/lib/operations/catalogue/change-copy-count';
import { aLoan, aMember, aQueueOf, aTitle, perpetual, rowsOf } from '../../support/world';

afterAll(closePool);

const byStaff = async () => ({ actor: { kind: 'librarian' as const, librarianId: await aMember({ role: 'librarian' }), channel: 'web' as const } });
const statesOf = async (titleId: string) => (await rowsOf<{ state: string }>('SELECT "state" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).map(({ state }) => state);

/** One copy, lent; so many wait. */
async function awaited(waiting: number): Promise<string> {
  const titleId = await aTitle();
  await aLoan(titleId, await aMember());
  await aQueueOf(waiting, titleId);
  return titleId;
}

test('each copy that is added goes to the next in line at once, however many are added', async () => {
  const titleId = await awaited(6);
  await changeCopyCount(titleId, { count: 5 }, await byStaff());
  expect(await statesOf(titleId)).toEqual(['ready', 'ready', 'ready', 'ready', 'waiting', 'waiting']);
});

test('so does each copy of a licence that is bought', async () => {
  const titleId = await awaited(6);
  await addLicence(titleId, perpetual(5), await byStaff());
  expect(await statesOf(titleId)).toEqual(['ready', 'ready', 'ready', 'ready', 'ready', 'waiting']);
});
