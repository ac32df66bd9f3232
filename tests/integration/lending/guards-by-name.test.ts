import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aHold, aLoan, aMember, aTitle } from '../../support/world';

afterAll(closePool);

/** The constraint that refuses a statement typed by hand: each guard alone must hold, not one of its neighbours. */
async function refusedBy(sql: string, id: string): Promise<string> {
  try {
    await pool().query(sql, [id]);
    return 'accepted';
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  }
}

async function aWaitingHold(): Promise<string> {
  const titleId = await aTitle();
  await aLoan(titleId, await aMember());
  return (await aHold(titleId, await aMember())).id;
}

describe('a hold typed by hand', () => {
  test.each([
    ['ready, but nothing is set aside', 'Hold_ready_has_offer', `UPDATE "Hold" SET "state" = 'ready', "readyAt" = lending_now(), "readyUntil" = date_trunc('second', lending_now()) + interval '1 day' WHERE "id" = $1`],
    ['with a window that ends between two seconds', 'Hold_readyUntil_whole_second', `UPDATE "Hold" SET "readyUntil" = '2027-01-01 00:00:00.5' WHERE "id" = $1`],
    ['that has ended without saying when', 'Hold_ended_has_endedAt', `UPDATE "Hold" SET "state" = 'lapsed', "endedReason" = 'window-passed' WHERE "id" = $1`],
    ['that waits and has ended', 'Hold_ended_has_endedAt', `UPDATE "Hold" SET "endedAt" = lending_now() WHERE "id" = $1`],
    ['cancelled without a reason', 'Hold_cancelled_has_reason', `UPDATE "Hold" SET "state" = 'cancelled', "endedAt" = lending_now() WHERE "id" = $1`],
    ['fulfilled without a loan', 'Hold_fulfilled_has_loan', `UPDATE "Hold" SET "state" = 'fulfilled', "endedAt" = lending_now() WHERE "id" = $1`],
    ['suspended until a date, but not since one', 'Hold_suspension', `UPDATE "Hold" SET "suspendedUntil" = lending_now() WHERE "id" = $1`],
    ['open, of nobody', 'Hold_open_has_member', `UPDATE "Hold" SET "memberId" = NULL, "pseudonym" = gen_random_uuid() WHERE "id" = $1`],
    ['of a member and a pseudonym', 'Hold_member_or_pseudonym', `UPDATE "Hold" SET "pseudonym" = gen_random_uuid() WHERE "id" = $1`],
    ['in a state that is none', 'Hold_state', `UPDATE "Hold" SET "state" = 'paused', "endedAt" = lending_now() WHERE "id" = $1`],
  ])('%s is refused (%s)', async (_, constraint, sql) => {
    expect(await refusedBy(sql, await aWaitingHold())).toBe(constraint);
  });
});

describe('a loan typed by hand', () => {
  test.each([
    ['that ends after it is due', 'Loan_ends_by_dueAt', `UPDATE "Loan" SET "state" = 'expired', "endedAt" = "dueAt" + interval '1 second' WHERE "id" = $1`],
    ['that ends before it began', 'Loan_ends_by_dueAt', `UPDATE "Loan" SET "state" = 'returned', "endedAt" = "borrowedAt" - interval '1 second' WHERE "id" = $1`],
    ['due between two seconds', 'Loan_dueAt_whole_second', `UPDATE "Loan" SET "dueAt" = "dueAt" + interval '500 milliseconds' WHERE "id" = $1`],
    ['due before it began', 'Loan_span', `UPDATE "Loan" SET "dueAt" = date_trunc('second', "borrowedAt") - interval '1 second' WHERE "id" = $1`],
    ['active, of nobody', 'Loan_active_has_member', `UPDATE "Loan" SET "memberId" = NULL, "pseudonym" = gen_random_uuid() WHERE "id" = $1`],
  ])('%s is refused (%s)', async (_, constraint, sql) => {
    expect(await refusedBy(sql, (await aLoan(await aTitle(), await aMember())).id)).toBe(constraint);
  });
});

describe('a copy typed by hand', () => {
  test.each([
    ['that has left without ever having been about to', 'Copy_retired_was_retiring', `UPDATE "Copy" SET "retiredAt" = lending_now() WHERE "titleId" = $1`],
    ['that left before it came', 'Copy_retires_after_it_came', `UPDATE "Copy" SET "retiringAt" = "addedAt", "retiredAt" = "addedAt" - interval '1 second' WHERE "titleId" = $1`],
  ])('%s is refused (%s)', async (_, constraint, sql) => {
    expect(await refusedBy(sql, await aTitle())).toBe(constraint);
  });
});
