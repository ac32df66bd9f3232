import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aHold, aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);

const start = new Date('2026-03-01T00:00:00.000Z');
const later = (hours: number) => ({ at: new Date(start.getTime() + hours * 3_600_000) });
const stateOf = async (holdId: string) => (await rowsOf<{ state: string }>('SELECT "state" FROM "Hold" WHERE "id" = $1', [holdId]))[0]?.state;

/** A title with its one copy lent since hour 0, and so many waiting. */
async function lentTitle(waiting: number) {
  const [titleId, borrower] = [await aTitle(), await aMember()];
  const loan = await aLoan(titleId, borrower, later(0));
  return { titleId, borrower, loan, queue: await aQueueOf(waiting, titleId, later(1)) };
}

describe('the queue', () => {
  test('first come, first served: the return sets the copy aside for the first, for 24 hours, and tells that member only', async () => {
    const { titleId, borrower, loan, queue } = await lentTitle(2);
    await returnLoan(loan.id, borrower, byMember(borrower), later(10));
    expect(await rowsOf('SELECT "memberId", "state", "readyUntil" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).toEqual([
      { memberId: queue[0]?.memberId, state: 'ready', readyUntil: later(34).at },
      { memberId: queue[1]?.memberId, state: 'waiting', readyUntil: null },
    ]);
    expect(await rowsOf(`SELECT "memberId", "kind", "channel" FROM "Message" WHERE "titleId" = $1`, [titleId])).toEqual([{ memberId: queue[0]?.memberId, kind: 'your-turn', channel: 'notice' }]);
  });

  test('a walk-in never takes a copy that the queue is owed', async () => {
    const { titleId, queue } = await lentTitle(1);
    const walkIn = await aMember();
    expect(await borrowTitle(titleId, walkIn, byMember(walkIn), later(72))).toMatchObject({ refusal: { code: 'no-copy-available' } });
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('ready');
  });

  test('an offer not yet made is made and taken at once by its member', async () => {
    const { titleId, queue } = await lentTitle(1);
    const first = queue[0]?.memberId ?? '';
    expect((await borrowTitle(titleId, first, byMember(first), later(80))).ok).toBe(true);
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('fulfilled');
    // nobody is told "it is your turn" for a copy that they already have
    expect(await rowsOf(`SELECT 1 FROM "Message" WHERE "titleId" = $1 AND "kind" = 'your-turn'`, [titleId])).toHaveLength(0);
  });

  test('a window that passes suspends the hold with its place kept, and the copy goes to the next, whose window starts when the offer is made', async () => {
    const { titleId, queue } = await lentTitle(2);
    await settleDue(later(72));
    await settleDue(later(100));
    expect(await rowsOf('SELECT "state", "suspendedAt", "missedCount", "readyUntil" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).toEqual([
      { state: 'waiting', suspendedAt: later(96).at, missedCount: 1, readyUntil: later(96).at },
      { state: 'ready', suspendedAt: null, missedCount: 0, readyUntil: later(124).at },
    ]);
    expect(queue).toHaveLength(2);
  });

  test('cancelling an offer gives the copy to the next at that instant; cancelling twice answers the same', async () => {
    const { queue } = await lentTitle(2);
    await settleDue(later(72));
    const [first, second] = queue;
    const cancelled = await cancelHold(first?.holdId ?? '', first?.memberId ?? '', byMember(first?.memberId ?? ''), later(73));
    expect(cancelled).toMatchObject({ ok: true, value: { hold: { state: 'cancelled', endedReason: 'by-member' } } });
    expect(await stateOf(second?.holdId ?? '')).toBe('ready');
    expect(await cancelHold(first?.holdId ?? '', first?.memberId ?? '', byMember(first?.memberId ?? ''), later(74))).toMatchObject({ ok: true, value: { hold: { state: 'cancelled', endedAt: later(73).at } } });
  });

  test("somebody else's hold is not there", async () => {
    const { queue } = await lentTitle(1);
    const stranger = await aMember();
    expect(await cancelHold(queue[0]?.holdId ?? '', stranger, byMember(stranger))).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('who has the title on loan cannot queue, who finds a copy free need not, and queueing twice answers with the hold', async () => {
    const { titleId, borrower } = await lentTitle(0);
    expect(await placeHold(titleId, borrower, byMember(borrower), later(1))).toMatchObject({ refusal: { code: 'already-borrowed' } });
    const member = await aMember();
    expect(await placeHold(await aTitle(), member, byMember(member), later(1))).toMatchObject({ refusal: { code: 'copy-available' } });
    const first = await placeHold(titleId, member, byMember(member), later(1));
    const second = await placeHold(titleId, member, byMember(member), later(2));
    expect(first).toMatchObject({ ok: true, value: { placed: true, position: 1 } });
    expect(second).toMatchObject({ ok: true, value: { placed: false, position: 1, hold: { id: first.ok ? first.value.hold.id : '' } } });
  });

  test('a hold placed is a turnaway; the limit counts waiting and running offers', async () => {
    const member = await aMember();
    for (let count = 0; count < 5; count += 1) await aHold((await lentTitle(0)).titleId, member, later(1));
    const { titleId } = await lentTitle(0);
    expect(await placeHold(titleId, member, byMember(member), later(1))).toMatchObject({ refusal: { code: 'hold-limit-reached', limit: 5 } });
    expect(await rowsOf(`SELECT 1 FROM "Turnaway" WHERE "memberId" = $1 AND "kind" = 'hold-placed'`, [member])).toHaveLength(5);
  });

  test('an offer ignores the loan limit; it is judged at pickup, the window runs on, and that is no turnaway', async () => {
    const { titleId, queue } = await lentTitle(1);
    const member = queue[0]?.memberId ?? '';
    const others = await Promise.all(Array.from({ length: 5 }, () => aTitle()));
    for (const other of others) await aLoan(other, member, later(71));
    await settleDue(later(72));
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('ready');
    expect(await borrowTitle(titleId, member, byMember(member), later(73))).toMatchObject({ refusal: { code: 'loan-limit-reached' } });
    expect(await rowsOf(`SELECT "readyUntil" FROM "Hold" WHERE "id" = $1`, [queue[0]?.holdId])).toEqual([{ readyUntil: later(96).at }]);
    expect(await rowsOf(`SELECT 1 FROM "Turnaway" WHERE "memberId" = $1 AND "kind" <> 'hold-placed'`, [member])).toHaveLength(0);
  });

  test('a blocked member is passed over with the place kept, and a running offer is withdrawn at once', async () => {
    const { titleId, queue } = await lentTitle(2);
    await settleDue(later(72));
    await pool().query('UPDATE "Member" SET "blockedAt" = $2, "blockedUntil" = $3 WHERE "id" = $1', [queue[0]?.memberId, later(74).at, later(90).at]);
    await settleDue(later(75));
    expect(await rowsOf('SELECT "state" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).toEqual([{ state: 'waiting' }, { state: 'ready' }]);
    expect(await rowsOf(`SELECT "until" FROM "CopyUse" WHERE "titleId" = $1 AND "kind" = 'offer' ORDER BY "from"`, [titleId])).toEqual([{ until: later(74).at }, { until: later(99).at }]);
    await settleDue(later(99));
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('ready');
  });

  test('a copy does not sit idle when the block of the only one waiting ends', async () => {
    const { queue } = await lentTitle(1);
    await pool().query('UPDATE "Member" SET "blockedAt" = $2, "blockedUntil" = $3 WHERE "id" = $1', [queue[0]?.memberId, later(2).at, later(90).at]);
    await settleDue(later(80));
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('waiting');
    await settleDue(later(90));
    expect(await stateOf(queue[0]?.holdId ?? '')).toBe('ready');
  });

  test('a GET shows an offer not yet made as waiting, position 1, with the expected wait', async () => {
    const { titleId, queue } = await lentTitle(2);
    await settleDue(later(72));
    expect((await readTitleLendings([titleId], queue[1]?.memberId ?? '')).get(titleId)).toMatchObject({ action: { kind: 'in-queue', position: 1 }, copies: { available: 0 } });
  });
});
