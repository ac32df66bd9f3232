import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { POST as issueCode } from '@/app/api/admin/members/[id]/reset-code/route';
import { PUT as changePassword } from '@/app/api/me/password/route';
import { GET as readMe } from '@/app/api/me/route';
import { DELETE as endDevice } from '@/app/api/me/sessions/[id]/route';
import { GET as listDevices } from '@/app/api/me/sessions/route';
import { POST as complete } from '@/app/api/password-resets/completion/route';
import { POST as requestLink } from '@/app/api/password-resets/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { changeProfile } from '@/lib/operations/members/change-profile';
import { resetLink } from '@/lib/operations/members/reset-link';
import { Device } from '@/tests/support/device';
import { aMember, aMemberLoggedIn, type TestMember } from './a-member';

// hashing is slow on purpose, and a build machine is shared
jest.setTimeout(60_000);

beforeEach(async () => {
  await pool().query('TRUNCATE "RateLimit"');
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:1';
  forgetEnvironment();
});
afterAll(async () => {
  delete process.env['SMTP_URL'];
  forgetEnvironment();
  await closePool();
});

const isIn = async (device: Device) => (await device.call('GET', readMe)).status === 200;
const newPassword = 'kapal-kertas-9';

describe('changing the password', () => {
  test('ends all other sessions at once, and only the new one opens the account', async () => {
    const { member, device } = await aMemberLoggedIn();
    const phone = new Device();
    await phone.logIn(member.memberNumber, member.password);

    expect((await device.call('PUT', changePassword, { json: { current: member.password, password: newPassword } })).status).toBe(204);
    expect([await isIn(device), await isIn(phone)]).toEqual([true, false]);
    expect((await new Device().logIn(member.memberNumber, member.password)).status).toBe(401);
    expect((await new Device().logIn(member.memberNumber, newPassword)).status).toBe(200);
  });

  test('needs the old one; a wrong guess changes nothing and is slowed down', async () => {
    const { member, device } = await aMemberLoggedIn();
    const guess = () => device.call('PUT', changePassword, { json: { current: 'tebakan', password: newPassword } });
    const first = await guess();
    expect([first.status, (await first.json()).code]).toEqual([422, 'wrong-password']);
    for (let tries = 0; tries < 5; tries += 1) await guess();
    expect((await guess()).status).toBe(429);
    expect((await new Device().logIn(member.memberNumber, member.password)).status).toBe(200);
  });

  test('a log-in with the old password that was under way while it changed leaves no session', async () => {
    const { member, device } = await aMemberLoggedIn();
    const others = Array.from({ length: 4 }, () => new Device());
    await Promise.all([...others.map((other) => other.logIn(member.memberNumber, member.password)), device.call('PUT', changePassword, { json: { current: member.password, password: newPassword } })]);
    expect(await Promise.all(others.map(isIn))).toEqual([false, false, false, false]);
  });
});

describe('devices', () => {
  test('are listed, and one can be logged out from another; somebody else’s is not found', async () => {
    const { member, device } = await aMemberLoggedIn();
    const phone = new Device();
    await phone.logIn(member.memberNumber, member.password);
    const { items } = await (await device.call('GET', listDevices)).json();
    expect(items.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    const there = items.find(({ current }: { current: boolean }) => !current).id as string;

    const stranger = await aMemberLoggedIn();
    expect((await stranger.device.call('DELETE', endDevice, { params: { id: there } })).status).toBe(404);
    expect(await isIn(phone)).toBe(true);
    expect((await device.call('DELETE', endDevice, { params: { id: there } })).status).toBe(204);
    expect([await isIn(device), await isIn(phone)]).toEqual([true, false]);
    expect((await device.call('DELETE', endDevice, { params: { id: 'no-id' } })).status).toBe(404);
  });
});

describe('a forgotten password, by e-mail', () => {
  const asking = (identifier: string, address?: string) => new Device(address).call('POST', requestLink, { json: { identifier } });
  const secretSentTo = async (member: TestMember) => {
    const { rows } = await pool().query<{ facts: { resetId: string } }>(`SELECT "facts" FROM "Message" WHERE "memberId" = $1 AND "kind" = 'password-reset' AND "channel" = 'email' ORDER BY "createdAt" DESC`, [member.id]);
    return rows[0] === undefined ? null : resetLink(rows[0].facts.resetId).split('#')[1];
  };

  test('the link sets a new password once, logs every device out, and proves the address', async () => {
    const { member, device } = await aMemberLoggedIn({ email: 'lupa@contoh.id' });
    expect((await asking('LUPA@contoh.id')).status).toBe(202);
    const secret = await secretSentTo(member);
    const using = () => new Device().call('POST', complete, { json: { secret, password: newPassword } });
    expect(await (await using()).json()).toEqual({ memberNumber: member.memberNumber });
    expect(await isIn(device)).toBe(false);
    const again = await using();
    expect([again.status, (await again.json()).code]).toEqual([422, 'reset-invalid']);
    const anew = new Device();
    expect((await anew.logIn(member.memberNumber, newPassword)).status).toBe(200);
    expect((await (await anew.call('GET', readMe)).json()).emailVerifiedAt).not.toBeNull();
  });

  test('neither the database nor the outbox holds what opens the account', async () => {
    const member = await aMember({ email: 'rahasia@contoh.id' });
    await asking('rahasia@contoh.id');
    const secret = (await secretSentTo(member)) ?? '';
    const dump = await pool().query(`SELECT (SELECT json_agg(r) FROM "PasswordReset" r)::text || (SELECT json_agg(m) FROM "Message" m)::text AS "all"`);
    expect(secret.length).toBeGreaterThan(30);
    expect(dump.rows[0].all).not.toContain(secret);
  });

  test('a link is valid for an hour, and no longer once the address has changed', async () => {
    const member = await aMember({ email: 'sejam@contoh.id' });
    await asking('sejam@contoh.id');
    const secret = await secretSentTo(member);
    await pool().query(`UPDATE "PasswordReset" SET "validUntil" = lending_now() WHERE "memberId" = $1`, [member.id]);
    expect((await new Device().call('POST', complete, { json: { secret, password: newPassword } })).status).toBe(422);

    await asking('sejam@contoh.id');
    const second = await secretSentTo(member);
    await changeProfile(member.id, { email: 'pindah@contoh.id' }, { kind: 'member', memberId: member.id, channel: 'web' });
    expect((await new Device().call('POST', complete, { json: { secret: second, password: newPassword } })).status).toBe(422);
  });

  test('twenty clicks on one link at once set one password', async () => {
    const member = await aMember({ email: 'klik@contoh.id' });
    await asking('klik@contoh.id');
    const secret = await secretSentTo(member);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => new Device(`198.51.100.${index}`).call('POST', complete, { json: { secret, password: newPassword } })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('the answer does not tell whether the account exists, nor does its time', async () => {
    await aMember({ email: 'ada@contoh.id' });
    const timed = async (identifier: string, address: string) => {
      const startedAt = performance.now();
      const answer = await asking(identifier, address);
      return { status: answer.status, body: await answer.text(), ms: performance.now() - startedAt };
    };
    const known = await timed('ada@contoh.id', '198.51.100.1');
    const unknown = await timed('tidak-ada@contoh.id', '198.51.100.1');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(245);
  });

  test('is asked for a few times an hour, then slowed', async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push((await asking('berkali@contoh.id')).status);
    expect(answers).toEqual([202, 202, 202, 202, 429]);
  });
});

describe('a forgotten password, by a code from a librarian', () => {
  const codeFor = async (member: TestMember) => {
    const librarian = await aMemberLoggedIn({ role: 'librarian' });
    const answer = await librarian.device.call('POST', issueCode, { params: { id: member.id } });
    return ((await answer.json()) as { code: string }).code;
  };
  const using = (member: TestMember, code: string, address = '203.0.113.7') => new Device(address).call('POST', complete, { json: { identifier: member.memberNumber, code, password: newPassword } });

  test('of eight digits works once, however it is typed', async () => {
    const member = await aMember();
    const code = await codeFor(member);
    expect(code).toMatch(/^\d{8}$/);
    expect((await using(member, `${code.slice(0, 4)} ${code.slice(4)}`)).status).toBe(200);
    expect((await using(member, code)).status).toBe(422);
    expect((await new Device().logIn(member.memberNumber, newPassword)).status).toBe(200);
  });

  test('a new code voids the one before, and it ends after 24 hours', async () => {
    const member = await aMember();
    const [first, second] = [await codeFor(member), await codeFor(member)];
    expect((await using(member, first)).status).toBe(422);
    const { rows } = await pool().query<{ hours: number }>(`SELECT extract(epoch FROM "validUntil" - "createdAt") / 3600 AS "hours" FROM "PasswordReset" WHERE "memberId" = $1 AND "usedAt" IS NULL`, [member.id]);
    expect(rows.map(({ hours }) => Math.round(Number(hours)))).toEqual([24]);
    await pool().query(`UPDATE "PasswordReset" SET "validUntil" = lending_now() WHERE "memberId" = $1`, [member.id]);
    expect((await using(member, second)).status).toBe(422);
  });

  test('may be wrong ten times, from however many addresses; then even the right one is void', async () => {
    const member = await aMember();
    const code = await codeFor(member);
    for (let tries = 0; tries < 10; tries += 1) expect((await using(member, '00000000', `198.51.100.${tries}`)).status).toBe(422);
    expect((await using(member, code, '198.51.100.99')).status).toBe(422);
  });

  test('a wrong code, no code and no account answer the same', async () => {
    const member = await aMember();
    await codeFor(member);
    const wrong = await using(member, '11111111');
    const none = await using(await aMember(), '11111111');
    const nobody = await using({ ...member, memberNumber: 'PJ99999999' }, '11111111');
    const texts = await Promise.all([wrong, none, nobody].map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
  });
});
