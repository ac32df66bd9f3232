import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { remind } from '@/lib/operations/messages/remind';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

afterEach(() => pool().query(`DELETE FROM "Message"; UPDATE "Hold" SET "state" = 'cancelled', "offerId" = NULL, "endedAt" = now(), "endedReason" = 'by-member' WHERE "state" IN ('waiting', 'ready')`));
afterAll(closePool);

const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * 3_600_000) });
const said = async (kind: string) => rowsOf<{ key: string; facts: Record<string, string> }>(`SELECT "key", "facts" FROM "Message" WHERE "kind" = $1 AND "channel" = 'notice'`, [kind]);

/** An offer made so many hours ago, of a window of 24 hours. */
async function anOfferMade(hours: number, shape: Parameters<typeof aMember>[0] = {}) {
  const titleId = await aTitle();
  await aLoan(titleId, await aMember(), hoursAgo(hours + 72.01));
  const memberId = await aMember(shape);
  await aHold(titleId, memberId, hoursAgo(hours + 1));
  await settleDue(hoursAgo(hours));
  return { titleId, memberId };
}

describe('reminders are due', () => {
  test('at half the window, once, however many processes ask', async () => {
    await anOfferMade(11);
    await remind();
    expect(await said('your-turn-reminder')).toHaveLength(0);
    await anOfferMade(13);
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    expect(await said('your-turn-reminder')).toHaveLength(1);
  });

  test('not to a member who was blocked meanwhile: the offer is about to be withdrawn', async () => {
    const { memberId } = await anOfferMade(13);
    await pool().query('UPDATE "Member" SET "blockedAt" = now() WHERE "id" = $1', [memberId]);
    expect(await remind()).toMatchObject({ turnCount: 0 });
  });

  test('24 hours before a loan ends, and again 24 hours before its renewed end', async () => {
    const [memberId, titleId] = [await aMember(), await aTitle()];
    const loan = await aLoan(titleId, memberId, hoursAgo(48.5));
    await aLoan(await aTitle(), await aMember(), hoursAgo(47.5));
    await remind();
    await remind();
    expect(await said('loan-ending')).toEqual([{ key: `loan-ending:${loan.id}:${loan.dueAt.toISOString()}`, facts: { loanId: loan.id, dueAt: loan.dueAt.toISOString(), renewable: 'yes' } }]);
    const renewed = await renewLoan(loan.id, memberId, byMember(memberId));
    expect(renewed.ok).toBe(true);
    await remind();
    expect(await said('loan-ending')).toHaveLength(1);
  });

  test('a loan that somebody waits for cannot be renewed, and the notice says so', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember(), hoursAgo(60));
    await aHold(titleId, await aMember());
    await remind();
    expect((await said('loan-ending')).map(({ facts }) => facts['renewable'])).toEqual(['no']);
  });

  test('a loan of an hour without a renewal is not announced, with one it is', async () => {
    await pool().query('DELETE FROM "Message"');
    await remind();
    await pool().query('DELETE FROM "Message"');
    const [fixed, open] = [await aTitle({ loanPeriod: 'PT1H' }), await aTitle({ loanPeriod: 'PT1H' })];
    await pool().query('UPDATE "Title" SET "renewalLimit" = 0 WHERE "id" = $1', [fixed]);
    await aLoan(fixed, await aMember());
    const loan = await aLoan(open, await aMember());
    await remind();
    expect((await said('loan-ending')).filter(({ key }) => key.includes(loan.id))).toHaveLength(1);
    expect((await said('loan-ending')).filter(({ facts }) => facts['renewable'] === 'no' && facts['dueAt'] === loan.dueAt.toISOString())).toHaveLength(0);
  });
});

describe('a title of which no licence is left', () => {
  test('everybody who waits is told, once; a title that still has one, nobody', async () => {
    const [titleId, other] = [await aTitle(), await aTitle()];
    const waiting = [await aMember(), await aMember()];
    for (const title of [titleId, other]) {
      await aLoan(title, await aMember());
      for (const member of waiting) await aHold(title, member);
    }
    await pool().query(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "titleId" = $1`, [titleId]);
    await Promise.all([remind(), remind()]);
    await remind();
    const told = await rowsOf<{ memberId: string; titleId: string }>(`SELECT "memberId", "titleId" FROM "Message" WHERE "kind" = 'licence-ended' AND "channel" = 'notice'`);
    expect(told.map(({ memberId }) => memberId).sort()).toEqual(waiting.sort());
    expect(new Set(told.map((one) => one.titleId))).toEqual(new Set([titleId]));
  });

  test('a loan that its licence lets nobody renew is announced as not renewable', async () => {
    const [titleId, memberId] = [await aTitle(), await aMember()];
    await aLoan(titleId, memberId, hoursAgo(60));
    await pool().query(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "titleId" = $1`, [titleId]);
    await remind();
    expect((await rowsOf<{ facts: { renewable: string } }>(`SELECT "facts" FROM "Message" WHERE "kind" = 'loan-ending' AND "titleId" = $1 AND "channel" = 'notice'`, [titleId])).map(({ facts }) => facts.renewable)).toEqual(['no']);
  });
});
