import { afterAll, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { moveHold } from '@/lib/operations/lending/move-hold';
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

test('a hold is moved to the head also of a queue whose first have been served: their numbers stay theirs', async () => {
  const { titleId, queue, giveBack } = await awaited(3);
  const [first, second, third] = queue;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three wait');
  await giveBack();
  await aLoan(titleId, first.memberId);
  const byStaff = { actor: { kind: 'librarian' as const, librarianId: await aMember({ role: 'librarian' }), channel: 'web' as const } };
  expect(await moveHold(third.holdId, 'ujian besok', byStaff)).toMatchObject({ ok: true, value: { position: 1 } });
  expect(await moveHold(second.holdId, 'ujian juga', byStaff)).toMatchObject({ ok: true, value: { position: 1 } });
  const inOrder = await rowsOf<{ memberId: string }>(`SELECT "memberId" FROM "Hold" WHERE "titleId" = $1 AND "state" = 'waiting' ORDER BY "queueNumber"`, [titleId]);
  expect(inOrder.map(({ memberId }) => memberId)).toEqual([second.memberId, third.memberId]);
});
