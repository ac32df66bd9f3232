import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { day, hour, minute } from '@/lib/domain/time';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';
import { openContent } from '@/lib/operations/reading/open-content';
import { setDatabaseClockAhead } from '../../support/database-clock';
import type { Random } from '../../support/random';
import { inRounds } from '../../support/rounds';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

beforeEach(() => setDatabaseClockAhead(0));
afterEach(() => pool().query('DELETE FROM "Heartbeat"; DELETE FROM "Outage"'));
afterAll(closePool);

const refusalOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) => (outcome.ok ? null : outcome.refusal.code);
const readyUntilOf = async (holdId: string) => (await rowsOf<{ readyUntil: Date | null }>('SELECT "readyUntil" FROM "Hold" WHERE "id" = $1', [holdId]))[0]?.readyUntil;

describe("the database's clock jumps back", () => {
  test('what is lent stays lent: the copy is not lent a second time for the same hours', async () => {
    const [titleId, first, second] = [await aTitle(), await aMember(), await aMember()];
    const loan = await aLoan(titleId, first);
    await setDatabaseClockAhead(-3 * day);
    expect(refusalOf(await borrowTitle(titleId, second, byMember(second)))).toBe('no-copy-available');
    await returnLoan(loan.id, first, byMember(first));
    expect((await borrowTitle(titleId, second, byMember(second))).ok).toBe(true);
    expect(await violationsOf([titleId])).toEqual([]);
  });
});

describe("the database's clock is set right after it ran days ahead", () => {
  test('a title that was lent in the wrong days goes on being lent: their end is no outage', async () => {
    const [titleId, first, second] = [await aTitle({ copies: 2 }), await aMember(), await aMember()];
    await setDatabaseClockAhead(3 * day);
    await aLoan(titleId, first);
    await setDatabaseClockAhead(0);
    // a new beginning of the heartbeat, as after the row was lost or restored from a backup
    await pool().query('DELETE FROM "Heartbeat"');
    await stampHeartbeat();
    expect((await borrowTitle(titleId, second, byMember(second))).ok).toBe(true);
    expect(await violationsOf([titleId])).toEqual([]);
  });
});

describe("the database's clock jumps forward", () => {
  test('loans end by it, and who had one reads no more', async () => {
    const [titleId, memberId] = [await aTitle(), await aMember()];
    const { id: loanId } = await aLoan(titleId, memberId);
    expect((await openContent({ memberId, loanId })).ok).toBe(true);
    await setDatabaseClockAhead(3 * day + minute);
    expect(refusalOf(await openContent({ memberId, loanId }))).toBe('loan-ended');
    expect((await borrowTitle(titleId, await aMember(), byMember(memberId))).ok).toBe(true);
  });

  test('turns that ran meanwhile are given back: the jump is a silence of the heartbeat', async () => {
    const [titleId, first, second] = [await aTitle(), await aMember(), await aMember()];
    const loan = await aLoan(titleId, first);
    const hold = await aHold(titleId, second);
    await returnLoan(loan.id, first, byMember(first));
    await stampHeartbeat();
    const before = await readyUntilOf(hold.id);
    await setDatabaseClockAhead(2 * day);
    await settleDue();
    const after = await readyUntilOf(hold.id);
    expect(Math.round((Number(after) - Number(before)) / minute)).toBe((2 * day) / minute);
    expect((await borrowTitle(titleId, second, byMember(second))).ok).toBe(true);
    // and back again, when somebody sets it right: the loan runs on, nothing overlaps
    await setDatabaseClockAhead(0);
    expect(refusalOf(await borrowTitle(titleId, first, byMember(first)))).toBe('no-copy-available');
    expect(await violationsOf([titleId])).toEqual([]);
  });
});

const jumps = [5 * minute, hour, 3 * day].flatMap((ms) => [ms, -ms]);

/** One act of a random member; whatever it answers. */
async function act(titleId: string, memberId: string, random: Random): Promise<unknown> {
  const by = byMember(memberId);
  const mine = async (table: 'Loan' | 'Hold', order: string) => (await rowsOf<{ id: string }>(`SELECT "id" FROM "${table}" WHERE "titleId" = $1 AND "memberId" = $2 ORDER BY "${order}" DESC LIMIT 1`, [titleId, memberId]))[0]?.id;
  switch (random.pick(['borrow', 'borrow', 'queue', 'queue', 'return', 'renew', 'cancel', 'sweep', 'beat'])) {
    case 'borrow':
      return borrowTitle(titleId, memberId, by);
    case 'queue':
      return placeHold(titleId, memberId, by);
    case 'sweep':
      return settleDue();
    case 'beat':
      return stampHeartbeat();
    case 'cancel': {
      const holdId = await mine('Hold', 'queueNumber');
      return holdId && cancelHold(holdId, memberId, by);
    }
    default: {
      const loanId = await mine('Loan', 'borrowedAt');
      return loanId && (random.chance(0.5) ? returnLoan(loanId, memberId, by) : renewLoan(loanId, memberId, by));
    }
  }
}

test('however it jumps, nothing overlaps, each loan ends once and nobody reads after dueAt', async () => {
  await inRounds({ name: 'clocks', of: "histories in which the database's clock jumps", inCi: { rounds: 25, withinMs: 15_000 }, inLong: { rounds: 1000 } }, async (random) => {
    const titleId = await aTitle({ copies: random.between(1, 2) });
    const members = await Promise.all(Array.from({ length: 4 }, () => aMember()));
    for (let step = 0; step < 25; step += 1) {
      if (random.chance(0.3)) await setDatabaseClockAhead(random.pick(jumps));
      await act(titleId, random.pick(members), random);
      if (random.chance(0.2)) await nobodyReadsTooLong(titleId);
    }
    await setDatabaseClockAhead(0);
    expect(await violationsOf([titleId])).toEqual([]);
    expect(await replayTitle(titleId)).toEqual([]);
    await pool().query('DELETE FROM "Heartbeat"; DELETE FROM "Outage"');
  });
});

async function nobodyReadsTooLong(titleId: string): Promise<void> {
  const loans = await rowsOf<{ id: string; memberId: string; dueAt: Date }>('SELECT "id", "memberId", "dueAt" FROM "Loan" WHERE "titleId" = $1', [titleId]);
  for (const { id: loanId, memberId, dueAt } of loans) {
    const opened = await openContent({ memberId, loanId });
    if (opened.ok) expect(opened.value.expiresAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
    if (opened.ok) expect(opened.value.now.getTime()).toBeLessThan(dueAt.getTime());
  }
}
