import { afterAll, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);

const statesOf = async (titleId: string) => (await rowsOf<{ state: string }>('SELECT "state" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).map(({ state }) => state);

// Of a long queue only its head is loaded: those who are passed over must not fill it.
async function awaited(waiting: number) {
  const [titleId, borrower] = [await aTitle(), await aMember()];
  const loan = await aLoan(titleId, borrower);
  const queue = await aQueueOf(waiting, titleId);
  return { titleId, queue, giveBack: () => returnLoan(loan.id, borrower, byMember(borrower)) };
}

test('however many blocked members stand ahead, the copy goes to the first who is not', async () => {
  const { titleId, queue, giveBack } = await awaited(6);
  await pool().query('UPDATE "Member" SET "blockedAt" = lending_now() WHERE "id" = ANY($1)', [queue.slice(0, 4).map(({ memberId }) => memberId)]);
  await giveBack();
  expect(await statesOf(titleId)).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'ready', 'waiting']);
});

test('however many members ahead have put their holds off, the copy goes to the first who has not', async () => {
  const { titleId, queue, giveBack } = await awaited(6);
  for (const { holdId, memberId } of queue.slice(0, 4)) await suspendHold(holdId, memberId, null, byMember(memberId));
  await giveBack();
  expect(await statesOf(titleId)).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'ready', 'waiting']);
});

test('when all of them are passed over, a walk-in may have the copy', async () => {
  const { titleId, queue, giveBack } = await awaited(3);
  for (const { holdId, memberId } of queue) await suspendHold(holdId, memberId, null, byMember(memberId));
  await giveBack();
  const walkIn = await aMember();
  expect(await borrowTitle(titleId, walkIn, byMember(walkIn))).toMatchObject({ ok: true, value: { began: true } });
});
