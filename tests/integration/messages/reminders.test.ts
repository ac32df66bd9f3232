import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { remind } from '@/lib/operations/messages/remind';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { listLoans } from '@/lib/operations/lending/list-loans';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';
import { aHold, aLicence, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

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
    // the other has lost one of two
    await rowsOf(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "id" = $1`, [await aLicence(other, 0)]);
    await pool().query(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "titleId" = $1`, [titleId]);
    await Promise.all([remind(), remind()]);
    await remind();
    const told = await rowsOf<{ memberId: string; titleId: string }>(`SELECT "memberId", "titleId" FROM "Message" WHERE "kind" = 'licence-ended' AND "channel" = 'notice'`);
    expect(told.map(({ memberId }) => memberId).sort()).toEqual(waiting.sort());
    expect(new Set(told.map((one) => one.titleId))).toEqual(new Set([titleId]));
  });

  test('of several that ended, the last is told, once', async () => {
    const titleId = await aTitle();
    await aLicence(titleId, 1);
    for (let copy = 0; copy < 2; copy += 1) await aLoan(titleId, await aMember());
    const hold = await aHold(titleId, await aMember());
    const ended = await rowsOf<{ id: string }>(
      `UPDATE "Licence" l SET "endedAt" = lending_now() - r."ago", "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta'
       FROM (SELECT "id", (row_number() OVER (ORDER BY "id" DESC)) * interval '1 hour' AS "ago" FROM "Licence" WHERE "titleId" = $1) r WHERE l."id" = r."id" RETURNING l."id", l."endedAt"`,
      [titleId],
    );
    await remind();
    const last = await rowsOf<{ id: string }>('SELECT "id" FROM "Licence" WHERE "titleId" = $1 ORDER BY "endedAt" DESC LIMIT 1', [titleId]);
    expect(ended).toHaveLength(2);
    expect((await said('licence-ended')).map(({ key }) => key)).toEqual([`licence-ended:${hold.id}:${last[0]?.id}`]);
  });

  test('a loan that its licence lets nobody renew is announced as not renewable', async () => {
    const [titleId, memberId] = [await aTitle(), await aMember()];
    await aLoan(titleId, memberId, hoursAgo(60));
    await pool().query(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "titleId" = $1`, [titleId]);
    await remind();
    expect((await rowsOf<{ facts: { renewable: string } }>(`SELECT "facts" FROM "Message" WHERE "kind" = 'loan-ending' AND "titleId" = $1 AND "channel" = 'notice'`, [titleId])).map(({ facts }) => facts.renewable)).toEqual(['no']);
  });
});

describe('whether a loan can be renewed is one rule: notice, page, shelf and answer say what renewing does', () => {
  type Case = { said: 'yes' | 'no'; before?: (titleId: string, dueAt: Date) => Promise<unknown>; since?: (titleId: string, memberId: string) => Promise<unknown> };
  const sql = (text: string) => (id: string) => pool().query(text, [id]);
  const aCategory = (renewals: number) => `INSERT INTO "CategoryPolicy" ("category", "renewalLimit") VALUES ('tamu', ${renewals})`;
  const ofTheCategory = (_: string, memberId: string) => pool().query(`UPDATE "Member" SET "category" = 'tamu' WHERE "id" = $1`, [memberId]);
  /** A bundle of three loans: one is this loan, one was given back, and the last is set aside for who waits. */
  const aBundle = async (titleId: string) => {
    await pool().query(`UPDATE "Licence" SET "model" = 'bundle', "checkoutsLimit" = 3 WHERE "titleId" = $1`, [titleId]);
    await pool().query(`INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT "titleId", "id", '2020-01-01' FROM "Licence" WHERE "titleId" = $1`, [titleId]);
  };
  const theLastIsSetAside = async (titleId: string) => {
    const another = await aMember();
    const loan = await aLoan(titleId, another);
    await aHold(titleId, await aMember());
    await returnLoan(loan.id, another, byMember(another));
  };
  const waits = async (titleId: string) => {
    const memberId = await aMember();
    return { memberId, hold: await aHold(titleId, memberId) };
  };
  const cases: Record<string, Case> = {
    'one like any other': { said: 'yes' },
    'one that ends with its licence': { said: 'no', before: (titleId, dueAt) => pool().query(`UPDATE "Licence" SET "model" = 'metered-by-time', "expiresAt" = $2 WHERE "titleId" = $1`, [titleId, dueAt]) },
    'the last loan of its licence is set aside for somebody': { said: 'no', before: aBundle, since: theLastIsSetAside },
    'a loan of its licence is left': { said: 'yes', before: aBundle },
    'its title was withdrawn': { said: 'no', since: sql(`UPDATE "Title" SET "withdrawnAt" = lending_now(), "withdrawnReason" = 'x' WHERE "id" = $1`) },
    'its reader is blocked': { said: 'no', since: (_, memberId) => pool().query('UPDATE "Member" SET "blockedAt" = lending_now() WHERE "id" = $1', [memberId]) },
    'its reader is of a category that renews nothing': { said: 'no', before: () => pool().query(aCategory(0)), since: ofTheCategory },
    'of such a category, but the title says otherwise': { said: 'yes', before: async (titleId) => (await pool().query(aCategory(0)), sql('UPDATE "Title" SET "renewalLimit" = 1 WHERE "id" = $1')(titleId)), since: ofTheCategory },
    'somebody waits': { said: 'no', since: waits },
    'who waits has put the hold off': { said: 'yes', since: async (titleId) => waits(titleId).then(({ hold, memberId }) => suspendHold(hold.id, memberId, null, byMember(memberId))) },
    'who waits is blocked': { said: 'yes', since: async (titleId) => waits(titleId).then(({ memberId }) => pool().query('UPDATE "Member" SET "blockedAt" = lending_now() WHERE "id" = $1', [memberId])) },
  };

  afterEach(() => pool().query('DELETE FROM "CategoryPolicy"'));

  test.each(Object.entries(cases))('%s', async (_, { said: expected, before, since }) => {
    const [titleId, memberId, at] = [await aTitle(), await aMember(), new Date(Math.floor(Date.now() / 1000) * 1000 - 60 * 3_600_000)];
    await before?.(titleId, new Date(at.getTime() + 72 * 3_600_000));
    const loan = await aLoan(titleId, memberId, { at });
    await since?.(titleId, memberId);
    await remind();
    expect((await said('loan-ending')).filter(({ facts }) => facts['loanId'] === loan.id).map(({ facts }) => facts['renewable'])).toEqual([expected]);
    const page = (await readTitleLendings([titleId], memberId)).get(titleId)?.renewal?.allowed;
    const shelf = (await listLoans(memberId, { state: 'active', limit: 1, after: null })).items[0]?.renewable;
    // who asks for it again is answered with the loan that runs
    const again = await borrowTitle(titleId, memberId, byMember(memberId));
    const renewed = await renewLoan(loan.id, memberId, byMember(memberId));
    expect({ page, shelf, answer: again.ok && again.value.renewable, renewed: renewed.ok }).toEqual({ page: expected === 'yes', shelf: expected === 'yes', answer: expected === 'yes', renewed: expected === 'yes' });
  });
});
