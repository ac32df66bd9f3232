import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aTick } from '../../support/a-tick';
import { call, somebody, type Person } from '../../support/every-call';
import { callsFor, whoMayCall } from '../../support/who-may-call';
import { rowsOf } from '../../support/world';

jest.setTimeout(60_000);
beforeAll(aTick);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const table = whoMayCall;
const people = ['visitor', 'member', 'librarian', 'admin'] as const;

/** Somebody unknown to the path's things, with an empty body: far enough to be let in, not far enough to do harm. */
const knock = (name: string, by: Person | null) => {
  const params = Object.fromEntries([...name.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, key === 'category' ? 'tiada' : randomUUID()]));
  return call(name, { by, params, ...(/^GET|^DELETE/.test(name) ? {} : { body: {} }) });
};
const code = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];

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
  for (const name of [...callsFor.librarians, ...callsFor.admins]) expect([name, ...(await code(await knock(name, by)))]).toEqual([name, 403, 'wrong-role']);
});

test('a blocked member is a member still: every door opens but for borrowing, renewing and queueing, which rules refuse', async () => {
  const by = await somebody('member', { blockedAt: new Date(Date.now() - 1000) });
  for (const name of callsFor.members.filter((one) => one !== 'DELETE /api/me')) expect([401, 403]).not.toContain((await knock(name, by)).status);
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
