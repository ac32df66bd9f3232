import { afterAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf, setPolicy } from '../../support/world';

afterAll(closePool);

const start = new Date('2026-03-01T00:00:00.000Z');
const later = (hours: number) => ({ at: new Date(start.getTime() + hours * 3_600_000) });

describe('borrowing', () => {
  test('a loan lasts exactly 72 hours, rounded up to the whole second', async () => {
    const at = new Date('2026-03-01T00:00:00.123Z');
    const loan = await aLoan(await aTitle(), await aMember(), { at });
    expect(loan.dueAt.toISOString()).toBe('2026-03-04T00:00:01.000Z');
  });

  test('borrowing twice yields one loan: the second call answers with the first', async () => {
    const [title, member] = [await aTitle({ copies: 2 }), await aMember()];
    const first = await borrowTitle(title, member, byMember(member));
    const second = await borrowTitle(title, member, byMember(member));
    expect(first).toMatchObject({ ok: true, value: { began: true } });
    expect(second).toMatchObject({ ok: true, value: { began: false, loan: { id: first.ok ? first.value.loan.id : '' } } });
  });

  test('two tabs at the very same time yield one loan', async () => {
    const [title, member] = [await aTitle({ copies: 3 }), await aMember()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => borrowTitle(title, member, byMember(member))));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.loan.id : answer.refusal.code))).size).toBe(1);
    expect(await rowsOf('SELECT 1 FROM "Loan" WHERE "titleId" = $1', [title])).toHaveLength(1);
  });

  test('fifty members at once on three copies: three loans, forty-seven turnaways', async () => {
    const title = await aTitle({ copies: 3 });
    const members = await Promise.all(Array.from({ length: 50 }, () => aMember()));
    const answers = await Promise.all(members.map((member) => borrowTitle(title, member, byMember(member))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'no-copy-available')).toHaveLength(47);
    expect(await rowsOf(`SELECT 1 FROM "Turnaway" WHERE "titleId" = $1 AND "kind" = 'no-copy-available'`, [title])).toHaveLength(47);
  });

  test('the loan limit counts what runs now, not what is still marked active', async () => {
    const member = await aMember();
    const titles = await Promise.all(Array.from({ length: 6 }, () => aTitle()));
    for (const title of titles.slice(0, 5)) await aLoan(title, member, later(0));
    const refused = await borrowTitle(titles[5] ?? '', member, byMember(member), later(71));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'loan-limit-reached', limit: 5 } });
    expect(refused.ok === false && refused.refusal.code === 'loan-limit-reached' && refused.refusal.loans).toHaveLength(5);
    expect((await borrowTitle(titles[5] ?? '', member, byMember(member), later(72))).ok).toBe(true);
  });

  test('many titles at once cannot pass the loan limit', async () => {
    const member = await aMember();
    const titles = await Promise.all(Array.from({ length: 9 }, () => aTitle()));
    const answers = await Promise.all(titles.map((title) => borrowTitle(title, member, byMember(member))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
  });

  test('a blocked member and one whose membership has ended are refused, and a block ends by the clock', async () => {
    const title = await aTitle();
    const blocked = await aMember({ blockedAt: start, blockedUntil: later(5).at });
    expect(await borrowTitle(title, blocked, byMember(blocked), later(1))).toMatchObject({ refusal: { code: 'member-blocked', cause: 'blocked' } });
    const ended = await aMember({ validUntil: later(1).at });
    expect(await borrowTitle(title, ended, byMember(ended), later(1))).toMatchObject({ refusal: { code: 'member-blocked', cause: 'membership-ended' } });
    expect((await borrowTitle(title, blocked, byMember(blocked), later(5))).ok).toBe(true);
  });

  test('an unpublished title is not there; an unknown one neither', async () => {
    const [title, member] = [await aTitle({ published: false }), await aMember()];
    expect(await borrowTitle(title, member, byMember(member))).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await borrowTitle(randomUUID(), member, byMember(member))).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('a title without copies has no licence left, and that is a turnaway', async () => {
    const [title, member] = [await aTitle({ copies: 0 }), await aMember()];
    expect(await borrowTitle(title, member, byMember(member))).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(await rowsOf('SELECT "kind" FROM "Turnaway" WHERE "titleId" = $1', [title])).toEqual([{ kind: 'licence-ended' }]);
  });
});

describe('a loan ends by the clock, not by the job', () => {
  test('from dueAt on the copy counts as free though no task has run, and the next member gets it', async () => {
    const title = await aTitle();
    await aLoan(title, await aMember(), later(0));
    const next = await aMember();
    expect((await borrowTitle(title, next, byMember(next), { at: new Date(later(72).at.getTime() - 1) })).ok).toBe(false);
    expect((await borrowTitle(title, next, byMember(next), later(72))).ok).toBe(true);
  });

  test('the task marks it expired with endedAt = dueAt, however late it runs', async () => {
    const title = await aTitle();
    const loan = await aLoan(title, await aMember(), later(0));
    await settleDue(later(500));
    expect(await rowsOf('SELECT "state", "endedAt" FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual([{ state: 'expired', endedAt: loan.dueAt }]);
  });

  test('a GET shows what time has decided and writes nothing', async () => {
    const title = await aTitle();
    const loan = await aLoan(title, await aMember(), { at: new Date('2020-05-01T00:00:00Z') });
    expect((await readTitleLendings([title], null)).get(title)).toMatchObject({ copies: { total: 1, available: 1 } });
    expect(await rowsOf('SELECT "state" FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual([{ state: 'active' }]);
  });
});

describe('returning and renewing', () => {
  test('returning twice answers with the ended loan', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    const first = await returnLoan(loan.id, member, byMember(member), later(1));
    expect(first).toMatchObject({ ok: true, value: { loan: { state: 'returned', endedAt: later(1).at } } });
    expect(await returnLoan(loan.id, member, byMember(member), later(2))).toMatchObject({ ok: true, value: { loan: { state: 'returned', endedAt: later(1).at } } });
  });

  test("somebody else's loan is not there", async () => {
    const [title, member, stranger] = [await aTitle(), await aMember(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    expect(await returnLoan(loan.id, stranger, byMember(stranger), later(1))).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await renewLoan(loan.id, stranger, byMember(stranger), later(60))).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('one renewal, only in the last 24 hours, extending from dueAt', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    expect(await renewLoan(loan.id, member, byMember(member), later(47))).toMatchObject({ refusal: { code: 'renewal-too-early', renewableFrom: later(48).at } });
    expect(await renewLoan(loan.id, member, byMember(member), later(48))).toMatchObject({ ok: true, value: { loan: { dueAt: later(144).at, renewalCount: 1 } } });
    expect(await renewLoan(loan.id, member, byMember(member), later(140))).toMatchObject({ refusal: { code: 'renewal-limit-reached' } });
    expect(await renewLoan(loan.id, member, byMember(member), later(144))).toMatchObject({ refusal: { code: 'loan-ended', endedBy: 'expired' } });
  });

  test('a renewal that is refused tells how many wait, however long the queue', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    await aQueueOf(5, title, later(1));
    expect(await renewLoan(loan.id, member, byMember(member), later(60))).toMatchObject({ refusal: { code: 'others-waiting', waiting: 5 } });
  });

  test('no renewal while others wait; a waiting member who is blocked does not count', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    const [first] = await aQueueOf(1, title, later(1));
    expect(await renewLoan(loan.id, member, byMember(member), later(60))).toMatchObject({ refusal: { code: 'others-waiting', waiting: 1 } });
    await pool().query('UPDATE "Member" SET "blockedAt" = $2 WHERE "id" = $1', [first?.memberId, later(2).at]);
    expect((await renewLoan(loan.id, member, byMember(member), later(60))).ok).toBe(true);
  });

  test('a policy change never moves a stored dueAt; renewals are judged by the policy of the moment', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const loan = await aLoan(title, member, later(0));
    await setPolicy({ loanPeriod: 'P1D', renewalLimit: 0 });
    expect(await rowsOf('SELECT "dueAt" FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual([{ dueAt: loan.dueAt }]);
    expect(await renewLoan(loan.id, member, byMember(member), later(60))).toMatchObject({ refusal: { code: 'renewal-limit-reached', limit: 0 } });
    await setPolicy({ loanPeriod: 'P3D', renewalLimit: 1 });
  });

  test("a title's own period stands before the policy's", async () => {
    const loan = await aLoan(await aTitle({ loanPeriod: 'P7D' }), await aMember(), later(0));
    expect(loan.dueAt).toEqual(later(7 * 24).at);
  });
});
