import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { allContracts } from '@/lib/http/openapi';
import { call, somebody, type Person } from '../../support/every-call';
import { rowsOf } from '../../support/world';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

/** As http-api.md and product.md say it; what stands in none of these lists is for nobody. */
const open = `
  GET /api/health · GET /api/health/live · GET /api/openapi.json · GET /api/titles · GET /api/titles/{id} · POST /api/members · POST /api/visits
  POST /api/password-resets · POST /api/password-resets/completion · POST /api/email-verifications`;
const members = `
  GET /api/me · PATCH /api/me · DELETE /api/me · PUT /api/me/password · POST /api/me/email-verification · GET /api/me/sessions · DELETE /api/me/sessions/{id}
  POST /api/titles/{id}/loans · POST /api/titles/{id}/holds · PUT /api/titles/{id}/saved · DELETE /api/titles/{id}/saved · GET /api/titles/{id}/reading · PUT /api/titles/{id}/reading
  GET /api/loans · GET /api/loans/{id} · GET /api/loans/{id}/content · POST /api/loans/{id}/renewals · POST /api/loans/{id}/return
  GET /api/holds · DELETE /api/holds/{id} · POST /api/holds/{id}/pass · PUT /api/holds/{id}/suspension · DELETE /api/holds/{id}/suspension
  GET /api/notices · POST /api/notices/read`;
const librarians = `
  GET /api/admin/loans · POST /api/admin/loans/{id}/revocation · POST /api/admin/loans/{id}/renewals · POST /api/admin/holds/{id}/cancellation · POST /api/admin/holds/{id}/move
  GET /api/admin/members · POST /api/admin/members · GET /api/admin/members/{id} · PATCH /api/admin/members/{id} · DELETE /api/admin/members/{id}
  PUT /api/admin/members/{id}/block · DELETE /api/admin/members/{id}/block · POST /api/admin/members/{id}/reset-code
  POST /api/admin/titles · PATCH /api/admin/titles/{id} · PUT /api/admin/titles/{id}/copies · PUT /api/admin/titles/{id}/content · POST /api/admin/titles/{id}/withdrawal
  GET /api/admin/titles/{id}/licences · POST /api/admin/titles/{id}/licences · POST /api/admin/titles/{id}/licences/{licenceId}/withdrawal · POST /api/admin/titles/{id}/looks
  GET /api/admin/maintenance · POST /api/admin/maintenance · DELETE /api/admin/maintenance/{id} · GET /api/admin/stats · GET /api/admin/rekap
  POST /api/admin/uploads · GET /api/admin/uploads/{id} · DELETE /api/admin/uploads/{id} · POST /api/admin/uploads/{id}/complete`;
const admins = `
  GET /api/admin/policy · PUT /api/admin/policy · GET /api/admin/policy/categories · PUT /api/admin/policy/categories/{category} · DELETE /api/admin/policy/categories/{category}
  PUT /api/admin/members/{id}/role`;
/** Next-auth's own calls and the metrics' token have tests of their own. */
const apart = /^\w+ \/api\/(auth\/|metrics$)/;

const calls = (list: string) => [...list.matchAll(/(GET|POST|PUT|PATCH|DELETE) (\/[\w/{}.-]+)/g)].map(([name]) => name);
const table = [...calls(open).map((name) => [name, 0] as const), ...calls(members).map((name) => [name, 1] as const), ...calls(librarians).map((name) => [name, 2] as const), ...calls(admins).map((name) => [name, 3] as const)];
const people = ['visitor', 'member', 'librarian', 'admin'] as const;

/** Somebody unknown to the path's things, with an empty body: far enough to be let in, not far enough to do harm. */
const knock = (name: string, by: Person | null) => {
  const params = Object.fromEntries([...name.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, key === 'category' ? 'tiada' : randomUUID()]));
  return call(name, { by, params, ...(/^GET|^DELETE/.test(name) ? {} : { body: {} }) });
};
const code = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];

test('the lists name every call of the contract once', () => {
  expect(table.map(([name]) => name).sort()).toEqual(allContracts().map(({ method, path }) => `${method} ${path}`).filter((name) => !apart.test(name)).sort());
});

describe('who may call', () => {
  test.each(table)('%s', async (name, needed) => {
    for (const [rank, who] of people.entries()) {
      const by = who === 'visitor' ? null : await somebody(who);
      const answer = await knock(name, by);
      if (rank < needed) expect([who, ...(await code(answer))]).toEqual(rank === 0 ? [who, 401, 'not-logged-in'] : [who, 403, 'wrong-role']);
      else expect({ who, isLetIn: answer.status !== 401 && answer.status !== 403 && answer.status < 500, status: answer.status }).toEqual({ who, isLetIn: true, status: answer.status });
    }
  });
});

describe('a session that is over opens nothing', () => {
  const closed = table.filter(([, needed]) => needed > 0).map(([name]) => name);
  const over: readonly (readonly [string, (by: Person) => Promise<unknown>])[] = [
    ['logged out', ({ memberId }) => pool().query('UPDATE "Session" SET "endedAt" = lending_now() WHERE "memberId" = $1', [memberId])],
    ['unused for 181 days', ({ memberId }) => pool().query(`UPDATE "Session" SET "lastUsedAt" = lending_now() - interval '181 days' WHERE "memberId" = $1`, [memberId])],
    ['of an account that was deleted', ({ memberId }) => pool().query('UPDATE "Member" SET "erasedAt" = lending_now() WHERE "id" = $1', [memberId])],
    ['with a token that somebody changed', async ({ device }) => device.cookies.set('next-auth.session-token', `${device.cookies.get('next-auth.session-token') ?? ''}x`)],
  ];
  test.each(over)('%s', async (_, end) => {
    const by = await somebody('admin');
    await end(by);
    for (const name of closed) expect([name, ...(await code(await knock(name, by)))]).toEqual([name, 401, 'not-logged-in']);
  });
});

test('who is no longer staff is refused at once, with the session that was opened before', async () => {
  const by = await somebody('admin');
  expect((await knock('GET /api/admin/policy', by)).status).toBe(200);
  await pool().query(`UPDATE "Member" SET "role" = 'member' WHERE "id" = $1`, [by.memberId]);
  for (const name of [...calls(librarians), ...calls(admins)]) expect([name, ...(await code(await knock(name, by)))]).toEqual([name, 403, 'wrong-role']);
});

test('a blocked member is a member still: every door opens but for borrowing, renewing and queueing, which rules refuse', async () => {
  const by = await somebody('member', { blockedAt: new Date(Date.now() - 1000) });
  for (const name of calls(members).filter((one) => one !== 'DELETE /api/me')) expect([401, 403]).not.toContain((await knock(name, by)).status);
});

describe('a state-changing call that another site sends', () => {
  const changing = table.map(([name]) => name).filter((name) => !name.startsWith('GET'));
  test('is refused, whoever is logged in, before anything else is looked at', async () => {
    const by = await somebody('admin');
    const before = await rowsOf('SELECT "role", "name", "erasedAt" FROM "Member" WHERE "id" = $1', [by.memberId]);
    for (const name of changing)
      for (const origin of ['https://jahat.example', 'http://localhost:3001', 'null']) {
        const params = Object.fromEntries([...name.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, randomUUID()]));
        expect([name, ...(await code(await call(name, { by, params, body: {} }, { origin })))]).toEqual([name, 403, 'wrong-origin']);
      }
    expect(await rowsOf('SELECT "role", "name", "erasedAt" FROM "Member" WHERE "id" = $1', [by.memberId])).toEqual(before);
  });

  test('and our own pages are not', async () => {
    const by = await somebody('admin');
    for (const name of ['POST /api/notices/read', 'PATCH /api/me']) expect((await call(name, { by, body: {} }, { origin: 'http://localhost:3000' })).status).not.toBe(403);
  });
});
