import { afterAll, expect, jest, test } from '@jest/globals';
import { keepPace } from '@/lib/adapters/postgres/pace';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { measurePace } from '@/lib/operations/statistics/measure-pace';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

afterAll(closePool);

const hour = 3_600_000;
const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * hour) });

/** A loan of so many hours, returned by hand. */
async function aLoanOf(hours: number, endedHoursAgo = 10) {
  const [titleId, memberId] = [await aTitle(), await aMember()];
  const loan = await aLoan(titleId, memberId, hoursAgo(endedHoursAgo + hours));
  await returnLoan(loan.id, memberId, byMember(memberId), hoursAgo(endedHoursAgo));
}

/** An offer that was taken so many hours after it was made. */
async function aPickupAfter(hours: number) {
  const [titleId, memberId] = [await aTitle(), await aMember()];
  await aLoan(titleId, await aMember(), hoursAgo(110));
  await aHold(titleId, memberId, hoursAgo(109));
  await settleDue(hoursAgo(30));
  await aLoan(titleId, memberId, hoursAgo(30 - hours));
}

/** An offer that was made 30 hours ago and not taken: given up, or missed and the title borrowed a day later. */
async function aTurnNotTaken(how: 'given up' | 'missed') {
  const [titleId, memberId] = [await aTitle(), await aMember()];
  await aLoan(titleId, await aMember(), hoursAgo(110));
  const hold = await aHold(titleId, memberId, hoursAgo(109));
  await settleDue(hoursAgo(30));
  if (how === 'given up') await cancelHold(hold.id, memberId, byMember(memberId), hoursAgo(10));
  else await aLoan(titleId, memberId, hoursAgo(2));
}

test('thin data tell nothing; thirty loans tell which share of their period people keep them, and loans of long ago do not count', async () => {
  for (let n = 0; n < 29; n += 1) await aLoanOf(18);
  for (let n = 0; n < 5; n += 1) await aLoanOf(70, 100 * 24);
  expect(await measurePace()).toEqual({ loanShare: null, pickupShare: null });
  await aLoanOf(48);
  const { loanShare } = await measurePace();
  expect(loanShare).toBeCloseTo((29 * 18 + 48) / 30 / 72, 3);
});

test('a loan of a title with a longer period counts by its own period', async () => {
  const before = (await measurePace()).loanShare ?? 0;
  const [titleId, memberId] = [await aTitle({ loanPeriod: 'P14D' }), await aMember()];
  const loan = await aLoan(titleId, memberId, hoursAgo(14 * 24 + 1));
  await returnLoan(loan.id, memberId, byMember(memberId), hoursAgo(7 * 24 + 1));
  expect((await measurePace()).loanShare).toBeCloseTo((30 * before + 0.5) / 31, 3);
});

test('ten pickups tell how much of the window passes; the estimate reads both from one setting', async () => {
  for (let n = 0; n < 9; n += 1) await aPickupAfter(4);
  await aTurnNotTaken('given up');
  await aTurnNotTaken('missed');
  expect((await measurePace()).pickupShare).toBeNull();
  await aPickupAfter(14);
  const pace = await measurePace();
  expect(pace.pickupShare).toBeCloseTo(5 / 24, 3);
  expect((await rowsOf<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "name" = 'pace'`))[0]?.value).toEqual(pace);
  await pool().query('DELETE FROM "Setting"');
});

test('what was measured is what members are told: expected by it, latest by the policy', async () => {
  const titleId = await aTitle();
  await aLoan(titleId, await aMember());
  const waitOf = async () => (await readTitleLendings([titleId], null)).get(titleId)?.estimatedWait ?? { expectedMs: NaN, latestMs: NaN };
  const untold = await waitOf();
  expect(untold.expectedMs).toBe(untold.latestMs);
  await keepPace({ loanShare: 0.5, pickupShare: 0.25 });
  const told = await waitOf();
  expect(told.expectedMs / told.latestMs).toBeCloseTo(0.5, 3);
  await pool().query('DELETE FROM "Setting"');
});
