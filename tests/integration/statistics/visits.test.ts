import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { POST as visit } from '@/app/api/visits/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetVisitors } from '@/lib/operations/statistics/forget-visitors';
import { recordVisit } from '@/lib/operations/statistics/record-visit';
import { Device } from '@/tests/support/device';
import { rowsOf } from '@/tests/support/world';

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36';
const aBrowser = (token: string | null = null, userAgent: string | null = phone) => ({ token, address: '203.0.113.7', userAgent, language: 'id' });
const counted = async () => Object.fromEntries((await rowsOf<{ day: string; count: number }>('SELECT "day"::text, "count" FROM "VisitDay" ORDER BY "day"')).map(({ day, count }) => [day, count]));
const at = (text: string) => ({ at: new Date(text) });

beforeEach(() => pool().query('TRUNCATE "VisitDay", "VisitorToday", "VisitSalt"'));
afterAll(closePool);

describe('a visit is one browser a library day', () => {
  test('however often it comes back that day', async () => {
    for (const clock of ['00:00', '09:30', '23:59']) await recordVisit(aBrowser('kata-hari-ini'), at(`2026-11-22T${clock}:00+08:00`));
    expect(await counted()).toEqual({ '2026-11-22': 1 });
  });

  test('the day turns at midnight in WITA, not in UTC', async () => {
    await recordVisit(aBrowser('kata-hari-ini'), at('2026-11-22T15:59:59.999Z'));
    await recordVisit(aBrowser('kata-hari-ini'), at('2026-11-22T16:00:00.000Z'));
    expect(await counted()).toEqual({ '2026-11-22': 1, '2026-11-23': 1 });
  });

  test('forty phones of one kind behind one school’s address are forty', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => recordVisit(aBrowser(`ponsel-nomor-${index}`), at('2026-11-22T01:00:00Z'))));
    expect(await counted()).toEqual({ '2026-11-22': 40 });
  });

  test('the same browser many times at the same instant is one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => recordVisit(aBrowser('kata-hari-ini'), at('2026-11-22T01:00:00Z'))));
    expect(await counted()).toEqual({ '2026-11-22': 1 });
  });

  test('a browser that keeps no word is told by its address and kind', async () => {
    await recordVisit(aBrowser(), at('2026-11-22T01:00:00Z'));
    await recordVisit(aBrowser(), at('2026-11-22T02:00:00Z'));
    await recordVisit(aBrowser(null, `${phone} Edg/147`), at('2026-11-22T02:00:00Z'));
    expect(await counted()).toEqual({ '2026-11-22': 2 });
  });

  test.each(['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.5', 'HeadlessChrome/147', '', null])('a robot is none: %s', async (userAgent) => {
    expect(await recordVisit(aBrowser('kata-robot', userAgent))).toBe(false);
    expect(await counted()).toEqual({});
  });
});

describe('nothing tells any more who came yesterday', () => {
  test('the salt and the hashes go at midnight, the count stays', async () => {
    await recordVisit(aBrowser('kata'), at('2026-11-22T01:00:00Z'));
    expect(await forgetVisitors(at('2026-11-22T15:59:59Z'))).toEqual({ forgotten: 0 });
    expect(await forgetVisitors(at('2026-11-22T16:00:00Z'))).toEqual({ forgotten: 1 });
    expect(await rowsOf('SELECT 1 FROM "VisitorToday" UNION ALL SELECT 1 FROM "VisitSalt"')).toEqual([]);
    expect(await counted()).toEqual({ '2026-11-22': 1 });
  });

  test('without a task too: the first visit of a day throws yesterday away', async () => {
    await recordVisit(aBrowser('kata'), at('2026-11-22T01:00:00Z'));
    await recordVisit(aBrowser('kata'), at('2026-11-23T01:00:00Z'));
    expect(await rowsOf('SELECT "day"::text FROM "VisitorToday" UNION SELECT "day"::text FROM "VisitSalt"')).toEqual([{ day: '2026-11-23' }]);
  });

  test('what is kept is neither the word nor the address', async () => {
    await recordVisit(aBrowser('kata'), at('2026-11-22T01:00:00Z'));
    await recordVisit(aBrowser(), at('2026-11-22T01:00:00Z'));
    expect(JSON.stringify(await rowsOf('SELECT * FROM "VisitorToday"'))).not.toMatch(/kata|203\.0/);
    expect((await rowsOf<{ hash: string }>('SELECT "hash" FROM "VisitorToday"')).every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('the same browser has another hash on another day', async () => {
    await recordVisit(aBrowser('kata'), at('2026-11-22T01:00:00Z'));
    const [first] = await rowsOf<{ hash: string }>('SELECT "hash" FROM "VisitorToday"');
    await recordVisit(aBrowser('kata'), at('2026-11-23T01:00:00Z'));
    const [second] = await rowsOf<{ hash: string }>('SELECT "hash" FROM "VisitorToday"');
    expect(second?.hash).not.toBe(first?.hash);
  });
});

describe('POST /api/visits', () => {
  const post = (json: unknown, headers = {}) => new Device().call('POST', visit, { json, headers: { 'user-agent': phone, ...headers } });

  test('is open to everybody and says nothing', async () => {
    expect((await post({ token: 'kata-hari-ini' })).status).toBe(204);
    expect((await post({ token: 'kata-hari-ini' })).status).toBe(204);
    expect(Object.values(await counted())).toEqual([1]);
  });

  test('a robot gets the same answer and is not counted', async () => {
    expect((await post({}, { 'user-agent': 'Googlebot/2.1' })).status).toBe(204);
    expect(await counted()).toEqual({});
  });

  test('other sites cannot make visits', async () => {
    expect((await post({}, { origin: 'https://lain.example' })).status).toBe(403);
  });
});
