import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { changeCategoryPolicy } from '@/lib/operations/policy/change-category-policy';
import { listCategoryPolicies } from '@/lib/operations/policy/list-category-policies';
import { removeCategoryPolicy } from '@/lib/operations/policy/remove-category-policy';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { readMe } from '@/lib/operations/members/read-me';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);
afterEach(() => pool().query('DELETE FROM "CategoryPolicy"'));

const start = new Date('2026-03-01T00:00:00.000Z');
const later = (hours: number) => ({ at: new Date(start.getTime() + hours * 3_600_000) });
const silent = { loanPeriod: null, loanLimit: null, holdLimit: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };

async function aStudent(): Promise<string> {
  const member = await aMember();
  await pool().query(`UPDATE "Member" SET "category" = 'pelajar' WHERE "id" = $1`, [member]);
  return member;
}

describe('rules of a member category', () => {
  test("decide the loan's length and the pickup window of its members, and nobody else's", async () => {
    await changeCategoryPolicy({ category: 'pelajar', ...silent, loanPeriod: 'P5D', pickupWindow: 'P2D' }, await aMember({ role: 'admin' }));
    const [titleId, student, other] = [await aTitle({ copies: 2 }), await aStudent(), await aMember()];
    expect((await aLoan(titleId, student, later(0))).dueAt).toEqual(later(120).at);
    const loan = await aLoan(titleId, other, later(0));
    expect(loan.dueAt).toEqual(later(72).at);
    const [waiting] = await aQueueOf(1, titleId, later(1));
    await pool().query(`UPDATE "Member" SET "category" = 'pelajar' WHERE "id" = $1`, [waiting?.memberId]);
    await returnLoan(loan.id, other, byMember(other), later(10));
    expect(await rowsOf('SELECT "readyUntil" FROM "Hold" WHERE "id" = $1', [waiting?.holdId])).toEqual([{ readyUntil: later(58).at }]);
  });

  test("a title's own period stands before them", async () => {
    await changeCategoryPolicy({ category: 'pelajar', ...silent, loanPeriod: 'P5D' }, await aMember({ role: 'admin' }));
    expect((await aLoan(await aTitle({ loanPeriod: 'P1D' }), await aStudent(), later(0))).dueAt).toEqual(later(24).at);
  });

  test('set the limits, and the member sees them', async () => {
    await changeCategoryPolicy({ category: 'pelajar', ...silent, loanLimit: 1 }, await aMember({ role: 'admin' }));
    const student = await aStudent();
    await aLoan(await aTitle(), student);
    expect(await borrowTitle(await aTitle(), student, byMember(student))).toMatchObject({ refusal: { code: 'loan-limit-reached', limit: 1 } });
    expect(await readMe(student)).toMatchObject({ ok: true, value: { limits: { loanLimit: 1, holdLimit: 5 } } });
  });

  test('are checked like the policy, kept in the audit, and can be taken back', async () => {
    const admin = await aMember({ role: 'admin' });
    expect(await changeCategoryPolicy({ category: 'pelajar', ...silent, loanPeriod: 'P1M' }, admin)).toMatchObject({ refusal: { errors: [{ path: 'loanPeriod', message: 'not-exact' }] } });
    await changeCategoryPolicy({ category: 'pelajar', ...silent, holdLimit: 3 }, admin);
    expect(await listCategoryPolicies()).toEqual([{ category: 'pelajar', ...silent, holdLimit: 3 }]);
    expect(await removeCategoryPolicy('pelajar', admin)).toMatchObject({ ok: true });
    expect(await removeCategoryPolicy('pelajar', admin)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await rowsOf(`SELECT "action" FROM "AuditEntry" WHERE "actorId" = $1 ORDER BY "id"`, [admin])).toEqual([{ action: 'category-policy-changed' }, { action: 'category-policy-removed' }]);
  });

  test('shorter loans while many wait, where an admin switched it on', async () => {
    await pool().query(`INSERT INTO "Policy" ("loanPeriod", "loanLimit", "holdLimit", "pickupWindow", "renewalLimit", "renewalWindow", "retention", "shorterLoans") VALUES ('P3D', 5, 5, 'P1D', 1, 'P1D', 'P90D', '{"waitingPerCopy": 1, "loanPeriod": "P1D"}')`);
    const [titleId, borrower] = [await aTitle(), await aMember()];
    const loan = await aLoan(titleId, borrower, later(0));
    expect(loan.dueAt).toEqual(later(72).at);
    const queue = await aQueueOf(3, titleId, later(1));
    await returnLoan(loan.id, borrower, byMember(borrower), later(2));
    const first = queue[0]?.memberId ?? '';
    expect(await borrowTitle(titleId, first, byMember(first), later(3))).toMatchObject({ ok: true, value: { loan: { dueAt: later(27).at } } });
    await pool().query('DELETE FROM "Policy" WHERE "shorterLoans" IS NOT NULL');
  });
});
