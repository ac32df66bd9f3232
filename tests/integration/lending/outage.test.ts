import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);
afterEach(() => pool().query('DELETE FROM "Heartbeat"; DELETE FROM "Outage"'));

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const minutesBetween = (a: Date, b: Date) => Math.round((b.getTime() - a.getTime()) / 60_000);

/** An offer made so many minutes ago, with its 24 hours running. */
async function anOfferMade(minutesAgo: number) {
  const titleId = await aTitle();
  const startedAt = new Date(ago(minutesAgo).getTime() - 72 * 3_600_000 - 2000);
  await aLoan(titleId, await aMember(), { at: startedAt });
  const [waiting] = await aQueueOf(1, titleId, { at: new Date(startedAt.getTime() + 1000) });
  await settleDue({ at: ago(minutesAgo) });
  return { titleId, holdId: waiting?.holdId ?? '', memberId: waiting?.memberId ?? '', readyUntil: await readyUntilOf(waiting?.holdId ?? '') };
}

async function readyUntilOf(holdId: string): Promise<Date> {
  const [hold] = await rowsOf<{ readyUntil: Date | null }>('SELECT "readyUntil" FROM "Hold" WHERE "id" = $1', [holdId]);
  if (hold?.readyUntil === null || hold?.readyUntil === undefined) throw new Error('the hold was not offered a copy');
  return hold.readyUntil;
}

const lastSeen = (minutesAgo: number) => pool().query('INSERT INTO "Heartbeat" ("id", "at") VALUES (1, $1)', [ago(minutesAgo)]);

describe("an outage burns nobody's turn", () => {
  test('an offer that ran during a silence of the heartbeat gets the overlap added, once, with an event', async () => {
    const offer = await anOfferMade(120);
    await lastSeen(60);
    await stampHeartbeat();
    await stampHeartbeat();
    expect(minutesBetween(offer.readyUntil, await readyUntilOf(offer.holdId))).toBe(60);
    expect(await rowsOf(`SELECT 1 FROM "LendingEvent" WHERE "holdId" = $1 AND "kind" = 'offer-extended'`, [offer.holdId])).toHaveLength(1);
  });

  test('only the part of the silence in which the offer ran counts', async () => {
    const offer = await anOfferMade(20);
    await lastSeen(60);
    await stampHeartbeat();
    expect(minutesBetween(offer.readyUntil, await readyUntilOf(offer.holdId))).toBe(20);
  });

  test('a silence of up to five minutes is no outage', async () => {
    const offer = await anOfferMade(120);
    await lastSeen(4.9);
    await stampHeartbeat();
    expect(await readyUntilOf(offer.holdId)).toEqual(offer.readyUntil);
  });

  test('an offer whose window passed during the outage can still be taken: credit comes before the first settle', async () => {
    const offer = await anOfferMade(25 * 60);
    await lastSeen(120);
    expect((await borrowTitle(offer.titleId, offer.memberId, byMember(offer.memberId))).ok).toBe(true);
  });

  test('however long the outage was, what was left of the window when it began is left when it ends', async () => {
    const offer = await anOfferMade(24 * 60 + 8 * 60);
    await lastSeen(9 * 60);
    await stampHeartbeat();
    expect(minutesBetween(new Date(), await readyUntilOf(offer.holdId))).toBe(60);
    await settleDue();
    expect(await rowsOf('SELECT "state" FROM "Hold" WHERE "id" = $1', [offer.holdId])).toEqual([{ state: 'ready' }]);
  });

  test('the sweep credits before it settles, too', async () => {
    const offer = await anOfferMade(25 * 60);
    await lastSeen(120);
    await settleDue();
    expect(await rowsOf('SELECT "state" FROM "Hold" WHERE "id" = $1', [offer.holdId])).toEqual([{ state: 'ready' }]);
  });

  test('two processes that start at once credit once', async () => {
    const offer = await anOfferMade(120);
    await lastSeen(60);
    await Promise.all([stampHeartbeat(), stampHeartbeat(), settleDue(), settleDue()]);
    expect(minutesBetween(offer.readyUntil, await readyUntilOf(offer.holdId))).toBe(60);
  });
});
