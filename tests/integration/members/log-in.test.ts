import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { encode } from 'next-auth/jwt';
import { POST as logInRoute } from '@/app/api/auth/callback/credentials/route';
import { GET as session } from '@/app/api/auth/session/route';
import { GET as logOutByGet, POST as logOut } from '@/app/api/auth/signout/route';
import { PATCH as changeMe, GET as readMe } from '@/app/api/me/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { Device } from '@/tests/support/device';
import { aMember, aMemberLoggedIn } from './a-member';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

describe('logging in', () => {
  test('by e-mail or member number, in any case, with stray spaces', async () => {
    const siti = await aMember({ email: 'Siti.Log@contoh.id' });
    for (const typed of ['siti.log@contoh.id', ' SITI.LOG@CONTOH.ID ', siti.memberNumber, siti.memberNumber.toLowerCase(), siti.memberNumber.replace(/^PJ/, ' pj ')]) {
      const device = new Device();
      const answer = await device.logIn(typed, siti.password);
      expect([typed, answer.status]).toEqual([typed, 200]);
      expect(await (await device.call('GET', readMe)).json()).toMatchObject({ memberNumber: siti.memberNumber, role: 'member' });
    }
  });

  test('the cookie is out of reach of scripts, Lax, and names nothing but a session', async () => {
    const siti = await aMember();
    const answer = await new Device().logIn(siti.memberNumber, siti.password);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('next-auth.session-token='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  test('without the token of next-auth, or with a wrong one, nobody is logged in', async () => {
    const siti = await aMember();
    const device = new Device();
    await device.call('POST', logInRoute, { form: { identifier: siti.memberNumber, password: siti.password, json: 'true' } });
    await device.call('POST', logInRoute, { form: { csrfToken: 'guessed', identifier: siti.memberNumber, password: siti.password, json: 'true' } });
    expect(device.isLoggedIn).toBe(false);
  });

  test("a page's plain form needs no script: its Origin is the proof, and it leads on to a page of ours", async () => {
    const siti = await aMember();
    const device = new Device();
    const form = { identifier: siti.memberNumber, password: siti.password, callbackUrl: '/shelf' };
    const answer = await device.call('POST', logInRoute, { form, headers: { origin: 'http://localhost:3000' } });
    expect([answer.status, answer.headers.get('location'), device.isLoggedIn]).toEqual([303, '/shelf', true]);
  });

  test('a plain form with a wrong password comes back with what was typed, but not in the address', async () => {
    const siti = await aMember();
    const form = { identifier: siti.memberNumber, password: 'salah-sekali', callbackUrl: 'https://evil.example/' };
    const answer = await new Device().call('POST', logInRoute, { form, headers: { origin: 'http://localhost:3000' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?error=wrong-credentials&next=%2F']);
    expect(answer.headers.getSetCookie().join()).toContain(`pinjam-typed=${siti.memberNumber}`);
  });

  test('from another site it is refused', async () => {
    const siti = await aMember();
    const form = { identifier: siti.memberNumber, password: siti.password };
    expect((await new Device().call('POST', logInRoute, { form, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });

  test('a body that is none answers 4xx, never 500', async () => {
    const device = new Device();
    const headers = { 'content-type': 'application/json' };
    const broken = await logInRoute(new Request('http://localhost:3000/', { method: 'POST', headers, body: '{"a":' }), { params: Promise.resolve({}) });
    expect(broken.status).toBe(422);
    expect((await device.logIn('x\0y@contoh.id', 'a\0b')).status).toBe(401);
    expect((await device.logIn('x'.repeat(50_000), 'y'.repeat(50_000))).status).toBe(401);
    device.cookies.set('next-auth.callback-url', 'not%20an%20address');
    expect((await device.logIn('x', 'y')).status).toBe(401);
  });

  test('accounts of the demonstration cannot log in once it is off, and those logged in are out', async () => {
    const demo = await aMember();
    await pool().query('UPDATE "Member" SET "demonstration" = true WHERE "id" = $1', [demo.id]);
    const device = new Device();
    expect((await inDemo('1', () => device.logIn(demo.memberNumber, demo.password))).status).toBe(200);
    expect((await inDemo('1', () => device.call('GET', readMe))).status).toBe(200);
    expect((await inDemo('0', () => device.call('GET', readMe))).status).toBe(401);
    expect((await inDemo('0', () => new Device().logIn(demo.memberNumber, demo.password))).status).toBe(401);
  });
});

describe('logging out', () => {
  test('ends the session at once, so that a copy of the cookie is worth nothing; a GET does not', async () => {
    const siti = await aMember();
    const device = new Device();
    await device.logIn(siti.memberNumber, siti.password);
    const copy = new Device();
    for (const [name, value] of device.cookies) copy.cookies.set(name, value);

    await device.call('GET', logOutByGet);
    expect((await device.call('GET', readMe)).status).toBe(200);

    const answer = await device.call('POST', logOut, { form: { callbackUrl: '/' }, headers: { origin: 'http://localhost:3000' } });
    expect([answer.status, answer.headers.get('location'), device.isLoggedIn]).toEqual([303, '/', false]);
    expect((await copy.call('GET', readMe)).status).toBe(401);
    expect(await (await copy.call('GET', session)).json()).toEqual({});
  });
});

describe('a session', () => {
  test('lives 180 days from its last use, which a request writes down at most once an hour', async () => {
    const siti = await aMember();
    const device = new Device();
    await device.logIn(siti.memberNumber, siti.password);
    const aged = (age: string) => pool().query(`UPDATE "Session" SET "lastUsedAt" = lending_now() - $2::interval WHERE "memberId" = $1`, [siti.id, age]);
    const fresh = () => pool().query<{ fresh: boolean }>(`SELECT bool_and("lastUsedAt" > lending_now() - interval '1 minute') AS "fresh" FROM "Session" WHERE "memberId" = $1`, [siti.id]);

    await aged('30 minutes');
    expect((await device.call('GET', readMe)).status).toBe(200);
    expect((await fresh()).rows[0]?.fresh).toBe(false);

    await aged('179 days 23 hours');
    expect((await device.call('GET', readMe)).status).toBe(200);
    await eventually(async () => (await fresh()).rows[0]?.fresh === true);

    await aged('180 days');
    expect((await device.call('GET', readMe)).status).toBe(401);
  });

  test('has its cookie issued anew by a call that changes something, once it is a month old', async () => {
    const { member, device } = await aMemberLoggedIn();
    const patch = () => device.call('PATCH', changeMe, { json: { name: 'Siti' } });
    expect((await patch()).headers.getSetCookie()).toEqual([]);

    const { rows } = await pool().query<{ id: string }>('SELECT "id" FROM "Session" WHERE "memberId" = $1', [member.id]);
    const monthAgo = Math.floor(Date.now() / 1000) - 31 * 24 * 3600;
    jest.useFakeTimers({ now: monthAgo * 1000, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'performance'] });
    const stamped = await encode({ token: { sid: rows[0]?.id }, secret: 'only-for-tests', maxAge: 400 * 24 * 3600 });
    jest.useRealTimers();
    device.cookies.set('next-auth.session-token', stamped);
    expect((await device.call('GET', readMe)).headers.getSetCookie()).toEqual([]);
    expect((await patch()).headers.getSetCookie().join()).toMatch(/^next-auth\.session-token=.*Max-Age=34560000; HttpOnly; SameSite=Lax/);
    expect((await device.call('GET', readMe)).status).toBe(200);
  });

  test('knows the role as it is now, not as it was at log-in', async () => {
    const siti = await aMember();
    const device = new Device();
    await device.logIn(siti.memberNumber, siti.password);
    await pool().query(`UPDATE "Member" SET "role" = 'librarian' WHERE "id" = $1`, [siti.id]);
    expect(await (await device.call('GET', readMe)).json()).toMatchObject({ role: 'librarian' });
  });

  test('a cookie that is not ours is nobody', async () => {
    const device = new Device();
    for (const value of ['x', 'a.b.c.d.e', '', '%E0%A4%A']) {
      device.cookies.set('next-auth.session-token', value);
      expect((await device.call('GET', readMe)).status).toBe(401);
    }
  });
});

async function inDemo<T>(demo: '0' | '1', work: () => Promise<T>): Promise<T> {
  process.env['DEMO'] = demo;
  forgetEnvironment();
  try {
    return await work();
  } finally {
    delete process.env['DEMO'];
    forgetEnvironment();
  }
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) if (await isSo()) return;
  throw new Error('never came true');
}
