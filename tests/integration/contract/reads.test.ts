import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { closePool } from '@/lib/adapters/postgres/pool';
import { allContracts } from '@/lib/http/openapi';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { revokeLoan } from '@/lib/operations/lending/revoke-loan';
import { begun } from '../../support/an-upload';
import { aPdf } from '../../support/a-pdf';
import { call, somebody, type Person } from '../../support/every-call';
import { aHold, aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

jest.setTimeout(60_000);

/** A small library in which every list has something to show. */
const there = {} as { member: Person; librarian: Person; admin: Person; titleId: string; lentOut: string; offered: string; loanId: string; uploadId: string };

beforeAll(async () => {
  const [member, librarian, admin] = [await somebody(), await somebody('librarian'), await somebody('admin')];
  const [titleId, lentOut, offered, past] = [await aTitle({ subjects: ['Novel'] }), await aTitle({ title: 'Laskar Pelagi' }), await aTitle({ title: 'Bumi Manusia' }), await aTitle({ title: 'Sudah Dibaca' })];
  const loanId = (await aLoan(titleId, member.memberId)).id;
  await aLoan(lentOut, await aMember());
  await aQueueOf(2, lentOut);
  await aHold(lentOut, member.memberId);
  const other = await aMember();
  const otherLoan = await aLoan(offered, other);
  await aHold(offered, member.memberId);
  await returnLoan(otherLoan.id, other, byMember(other));
  await revokeLoan((await aLoan(await aTitle({ title: 'Dicabut' }), member.memberId)).id, 'Berkas rusak', { actor: { kind: 'librarian', librarianId: librarian.memberId, channel: 'desk' }, idempotencyKey: undefined });
  const read = await aLoan(past, member.memberId);
  await returnLoan(read.id, member.memberId, byMember(member.memberId));
  const uploadId = (await begun(await aPdf({ pages: 1, title: 'Uji' }), librarian.memberId)).upload.id;
  await call('PUT /api/titles/{id}/reading', { by: member, params: { id: titleId }, body: { position: { page: 3 }, savedAt: new Date().toISOString(), device: { id: 'hp', name: 'HP' } } });
  await call('POST /api/admin/maintenance', { by: librarian, body: { from: new Date(Date.now() + 3_600_000).toISOString(), until: new Date(Date.now() + 7_200_000).toISOString() } });
  await call('PUT /api/admin/policy/categories/{category}', { by: admin, params: { category: 'guru' }, body: { loanLimit: 7 } });
  Object.assign(there, { member, librarian, admin, titleId, lentOut, offered, loanId, uploadId });
});
afterAll(closePool);

const on = (id: string) => ({ params: { id } });
const anHour = `?${new URLSearchParams({ from: new Date(Date.now() - 7_200_000).toISOString(), until: new Date(Date.now() - 3_600_000).toISOString() })}`;

/** Every call that only reads: who asks, and for what. */
const reads: Readonly<Record<string, () => { readonly by: Person | null; readonly params?: Record<string, string>; readonly query?: string }>> = {
  'GET /api/health/live': () => ({ by: null }),
  'GET /api/health': () => ({ by: null }),
  'GET /api/openapi.json': () => ({ by: null }),
  'GET /api/titles': () => ({ by: null, query: '?facets=true' }),
  'GET /api/titles/{id}': () => ({ by: there.member, ...on(there.titleId) }),
  'GET /api/me': () => ({ by: there.member }),
  'GET /api/me/sessions': () => ({ by: there.member }),
  'GET /api/loans': () => ({ by: there.member }),
  'GET /api/loans/{id}': () => ({ by: there.member, ...on(there.loanId) }),
  'GET /api/loans/{id}/content': () => ({ by: there.member, ...on(there.loanId) }),
  'GET /api/holds': () => ({ by: there.member }),
  'GET /api/notices': () => ({ by: there.member }),
  'GET /api/titles/{id}/reading': () => ({ by: there.member, ...on(there.titleId) }),
  'GET /api/admin/loans': () => ({ by: there.librarian }),
  'GET /api/admin/members': () => ({ by: there.librarian }),
  'GET /api/admin/members/{id}': () => ({ by: there.librarian, ...on(there.member.memberId) }),
  'GET /api/admin/titles/{id}/licences': () => ({ by: there.librarian, ...on(there.titleId) }),
  'GET /api/admin/titles/{id}/terms': () => ({ by: there.librarian, ...on(there.titleId) }),
  'GET /api/admin/maintenance': () => ({ by: there.librarian }),
  'GET /api/admin/stats': () => ({ by: there.librarian }),
  'GET /api/admin/rekap': () => ({ by: there.librarian }),
  'GET /api/admin/uploads/{id}': () => ({ by: there.librarian, ...on(there.uploadId) }),
  'GET /api/admin/policy': () => ({ by: there.admin }),
  'GET /api/admin/policy/categories': () => ({ by: there.admin }),
  'GET /api/admin/outages': () => ({ by: there.admin }),
  'GET /api/admin/outages/preview': () => ({ by: there.admin, query: anHour }),
};
const contracts = new Map(allContracts().map((contract) => [`${contract.method} ${contract.path}`, contract]));

/** Everything that reading could have changed; when a session was used, is. */
async function everything(): Promise<unknown> {
  const tables = (await rowsOf<{ name: string }>(`SELECT relname AS "name" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'Session' ORDER BY 1`)).map(({ name }) => name);
  // one statement, and not one connection a table
  return rowsOf(tables.map((name) => `SELECT '${name}' AS "name", count(*) AS "rows", coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS "sum" FROM "${name}" t`).join(' UNION ALL ') + ' ORDER BY 1');
}

describe('what reading answers is what the contract says, to the letter, and reading changes nothing', () => {
  test.each(Object.keys(reads))('%s', async (name) => {
    const before = await everything();
    const response = await call(name, reads[name]?.() ?? { by: null });
    const schema = contracts.get(name)?.answers[response.status];
    expect({ status: response.status, isDeclared: schema !== undefined }).toEqual({ status: response.status, isDeclared: true });
    // what is the same for everybody may be kept by a cache; what is somebody's may not
    if (name !== 'GET /api/openapi.json') expect(response.headers.get('cache-control') ?? '').not.toMatch(/public/);
    expect(schema?.safeParse(await response.json()).error).toBeUndefined();
    expect(await everything()).toEqual(before);
  });
});

type Listed = { readonly items: readonly Record<string, unknown>[]; readonly nextCursor: string | null; readonly now?: string };
const jsonOf = async (name: string, query = '') => (await (await call(name, { ...(reads[name]?.() ?? { by: null }), query })).json()) as Listed;

describe('lists', () => {
  test.each(['GET /api/loans', 'GET /api/holds', 'GET /api/notices', 'GET /api/admin/loans', 'GET /api/admin/members', 'GET /api/titles'])('%s: pages of one together are the page of all, nothing twice', async (name) => {
    const whole = await jsonOf(name, '?limit=100');
    const ids: unknown[] = [];
    let query = '?limit=1';
    for (let turn = 0; turn < 50; turn += 1) {
      const page = await jsonOf(name, query);
      ids.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      query = `?limit=1&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(whole.items.length).toBeGreaterThan(1);
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([['active', 1], ['ended', 2]])('own loans that are %s', async (state, count) => {
    expect((await jsonOf('GET /api/loans', `?state=${state}`)).items).toHaveLength(count);
  });
});

describe('the database’s clock travels with what counts down', () => {
  test.each(['GET /api/loans', 'GET /api/loans/{id}', 'GET /api/holds', 'GET /api/titles/{id}', 'GET /api/loans/{id}/content', 'GET /api/me'])('%s carries now', async (name) => {
    const [{ now }] = await rowsOf<{ now: Date }>('SELECT lending_now() AS "now"') as [{ now: Date }];
    const answered = new Date(String((await jsonOf(name)).now));
    expect(Math.abs(answered.getTime() - now.getTime())).toBeLessThan(60_000);
  });
});

describe('a book’s address', () => {
  test('is signed for two minutes at most, and never beyond the loan', async () => {
    const { url, expiresAt, now } = (await jsonOf('GET /api/loans/{id}/content')) as unknown as { url: string; expiresAt: string; now: string };
    expect(Date.parse(expiresAt) - Date.parse(now)).toBeLessThanOrEqual(120_000);
    expect(new URL(url).searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
    const title = await aTitle({ loanPeriod: 'PT30S' });
    const loan = await aLoan(title, there.member.memberId);
    const short = (await (await call('GET /api/loans/{id}/content', { by: there.member, params: { id: loan.id } })).json()) as { expiresAt: string };
    expect(Date.parse(short.expiresAt)).toBeLessThanOrEqual(loan.dueAt.getTime());
  });

  test('is 410 from the instant on at which the loan ended, whether or not the task has run', async () => {
    const member = await somebody();
    const loan = await aLoan(await aTitle(), member.memberId, { at: new Date(Date.now() - 4 * 86_400_000) });
    expect(await rowsOf('SELECT "state" FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual([{ state: 'active' }]);
    const response = await call('GET /api/loans/{id}/content', { by: member, params: { id: loan.id } });
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'loan-ended', endedBy: 'expired', endedAt: loan.dueAt.toISOString() }]);
  });
});

describe('the policy', () => {
  test('takes back what it gave, and then gives the same', async () => {
    const given = (await (await call('GET /api/admin/policy', { by: there.admin })).json()) as object;
    const put = await call('PUT /api/admin/policy', { by: there.admin, body: given });
    expect(put.status).toBe(200);
    expect(await put.json()).toMatchObject({ ...given, changedAt: expect.any(String) });
  });
});

test('what a title says to its borrower: the loan, and to who waits: the place', async () => {
  const seen = async (id: string) => (await (await call('GET /api/titles/{id}', { by: there.member, params: { id } })).json()) as { copies: object; holds: object; mine: { loan: object | null; hold: { state: string; position: number | null } | null } };
  expect(await seen(there.titleId)).toMatchObject({ copies: { total: 1, available: 0 }, mine: { loan: { id: there.loanId, state: 'active' }, hold: null } });
  expect(await seen(there.lentOut)).toMatchObject({ holds: { total: 3 }, mine: { loan: null, hold: { state: 'waiting', position: 3 } } });
  expect(await seen(there.offered)).toMatchObject({ copies: { available: 0 }, mine: { loan: null, hold: { state: 'ready', position: null } } });
});
