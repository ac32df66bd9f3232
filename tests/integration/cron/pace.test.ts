import { afterAll, expect, jest, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
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

test('thin data tell nothing; thirty loans tell a mean, and loans of long ago do not count', async () => {
  for (let n = 0; n < 29; n += 1) await aLoanOf(24);
  for (let n = 0; n < 5; n += 1) await aLoanOf(70, 100 * 24);
  expect(await measurePace()).toEqual({ meanLoanMs: null, meanPickupMs: null });
  await aLoanOf(54);
  const { meanLoanMs } = await measurePace();
  expect(Math.round((meanLoanMs ?? 0) / hour)).toBe(25);
});

test('ten pickups tell how long people take; the estimate reads both from one setting', async () => {
  for (let n = 0; n < 9; n += 1) await aPickupAfter(4);
  expect((await measurePace()).meanPickupMs).toBeNull();
  await aPickupAfter(14);
  const pace = await measurePace();
  expect(Math.round((pace.meanPickupMs ?? 0) / hour)).toBe(5);
  expect((await rowsOf<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "name" = 'pace'`))[0]?.value).toEqual(pace);
  await pool().query('DELETE FROM "Setting"');
});
