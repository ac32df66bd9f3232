import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { readMember } from '@/lib/operations/members/read-member';
import { changeCategoryPolicy } from '@/lib/operations/policy/change-category-policy';
import { changeTitleTerms } from '@/lib/operations/policy/change-title-terms';
import { readTitleTerms } from '@/lib/operations/policy/read-title-terms';
import { aLoan, aMember, aTitle, rowsOf } from '../../support/world';

afterAll(closePool);
afterEach(() => pool().query('DELETE FROM "CategoryPolicy"'));

const silent = { loanPeriod: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };
const start = { at: new Date('2026-03-01T00:00:00.000Z') };
const aLibrarian = () => aMember({ role: 'librarian' });
const students = async () => changeCategoryPolicy({ category: 'pelajar', ...silent, loanPeriod: 'P5D', loanLimit: 2, holdLimit: null }, await aMember({ role: 'admin' }));

describe('a title’s own rules', () => {
  test('hold for loans from then on, stand beside where each value comes from, and can be taken back', async () => {
    await students();
    const titleId = await aTitle({ copies: 3 });
    const before = await aLoan(titleId, await aMember(), start);
    expect(await changeTitleTerms(titleId, { ...silent, loanPeriod: 'P7D', renewalLimit: 0 }, await aLibrarian())).toMatchObject({ ok: true });
    const daysOf = (loan: { dueAt: Date }) => (loan.dueAt.getTime() - start.at.getTime()) / 86_400_000;
    expect([daysOf(before), daysOf(await aLoan(titleId, await aMember(), start))]).toEqual([3, 7]);
    expect(await readTitleTerms(titleId)).toMatchObject({
      own: { ...silent, loanPeriod: 'P7D', renewalLimit: 0 },
      applied: [
        { category: null, terms: { loanPeriod: { value: 'P7D', because: 'title' }, pickupWindow: { value: 'P1D', because: 'default' }, renewalLimit: { value: 0, because: 'title' } } },
        { category: 'pelajar', terms: { loanPeriod: { value: 'P7D', because: 'title' } } },
      ],
    });
    await changeTitleTerms(titleId, silent, await aLibrarian());
    expect((await readTitleTerms(titleId))?.applied.map(({ terms }) => terms.loanPeriod)).toEqual([{ value: 'P3D', because: 'default' }, { value: 'P5D', because: 'category' }]);
    expect(daysOf(await aLoan(titleId, await aMember(), start))).toBe(3);
  });

  test('are checked like the policy and kept in the audit', async () => {
    const [titleId, librarian] = [await aTitle(), await aLibrarian()];
    expect(await changeTitleTerms(titleId, { ...silent, loanPeriod: 'P1M', renewalLimit: -1 }, librarian)).toMatchObject({ ok: false, refusal: { code: 'bad-request', errors: [{ path: 'loanPeriod', message: 'not-exact' }, { path: 'renewalLimit', message: 'not-a-count' }] } });
    expect((await readTitleTerms(titleId))?.own).toEqual(silent);
    await changeTitleTerms(titleId, { ...silent, pickupWindow: 'P2D' }, librarian);
    expect(await rowsOf(`SELECT "facts" FROM "AuditEntry" WHERE "action" = 'title-terms-changed' AND "subjectId" = $1`, [titleId])).toEqual([{ facts: { ...silent, pickupWindow: 'P2D' } }]);
  });

  test('of a title that is not there are not found', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await readTitleTerms(nowhere)).toBeNull();
    expect(await changeTitleTerms(nowhere, silent, await aLibrarian())).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});

test('the desk sees which limits and lengths apply to a member, and from where', async () => {
  await students();
  const member = await aMember();
  await pool().query(`UPDATE "Member" SET "category" = 'pelajar' WHERE "id" = $1`, [member]);
  expect(await readMember(member)).toMatchObject({
    ok: true,
    value: { terms: { loanLimit: { value: 2, because: 'category' }, holdLimit: { value: 5, because: 'default' }, loanPeriod: { value: 'P5D', because: 'category' }, pickupWindow: { value: 'P1D', because: 'default' } } },
  });
});
