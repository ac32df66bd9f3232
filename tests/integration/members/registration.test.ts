import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PATCH as changeMe, GET as readMe } from '@/app/api/me/route';
import { POST as register } from '@/app/api/members/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { Device } from '@/tests/support/device';
import { aMember, aMemberLoggedIn } from './a-member';

// hashing is slow on purpose, and a build machine is shared
jest.setTimeout(60_000);

beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const person = { name: 'Budi Santoso', password: 'buku-harian-7' };
const registering = (json: unknown) => new Device().call('POST', register, { json });

describe('registering', () => {
  test('is free, needs a name and a password only, and gives a member number of one’s own', async () => {
    const [first, second] = [await registering(person), await registering(person)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const [a, b] = [await first.json(), await second.json()];
    expect(a).toMatchObject({ name: 'Budi Santoso', email: null, role: 'member', consent: null });
    expect(a.memberNumber).toMatch(/^PJ\d{6,}$/);
    expect(a.memberNumber).not.toBe(b.memberNumber);
    expect((await new Device().logIn(a.memberNumber, person.password)).status).toBe(200);
  });

  test('keeps what cannot be recovered later, in one way of writing', async () => {
    const answer = await registering({
      ...person, name: '  Budi   Santoso ', email: ' Budi.Lengkap@Contoh.ID', phone: '0812-3456-7890', birthDate: '2014-02-28', gender: 'Laki-laki', guardianName: 'Ibu Sari', guardianPhone: '', consentVersion: '2026-11',
    });
    expect(await answer.json()).toMatchObject({
      name: 'Budi Santoso', email: 'budi.lengkap@contoh.id', emailVerifiedAt: null, phone: '+6281234567890', birthDate: '2014-02-28', gender: 'male', guardianName: 'Ibu Sari', guardianPhone: null, consent: { version: '2026-11' },
    });
  });

  test('an e-mail address has one account, in whatever case', async () => {
    await aMember({ email: 'sudah@contoh.id' });
    const answer = await registering({ ...person, email: 'SUDAH@Contoh.id' });
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'email-taken']);
  });

  test('twenty at once with one address make one account', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => registering({ ...person, email: 'serentak@contoh.id' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ email: 'bukan alamat' }, 'email'],
    [{ phone: '123' }, 'phone'],
    [{ birthDate: '2030-01-01' }, 'birthDate'],
    [{ birthDate: '1999-02-30' }, 'birthDate'],
    [{ gender: 'x' }, 'gender'],
    [{ password: 'pendek' }, 'password'],
    [{ password: 'Budi Santoso' }, 'password'],
    [{ password: '12345678' }, 'password'],
    [{ password: 'x'.repeat(201) }, 'password'],
    [{ name: 42 }, 'name'],
  ])('%j is refused with the field named', async (wrong, path) => {
    const answer = await registering({ ...person, ...wrong });
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  test('nobody becomes a librarian by asking', async () => {
    const answer = await registering({ ...person, role: 'admin', demonstration: true, validUntil: '2099-01-01' });
    expect(await answer.json()).toMatchObject({ role: 'member', validUntil: null });
  });
});

describe('one’s own profile', () => {
  test('tells role, limits and channels, and nothing of the password', async () => {
    const { device } = await aMemberLoggedIn({ email: 'profil@contoh.id' });
    const me = await (await device.call('GET', readMe)).json();
    expect(me).toMatchObject({ role: 'member', email: 'profil@contoh.id', limits: { loanLimit: 5, holdLimit: 5, loans: 0, holds: 0 }, channels: { email: true }, standing: { barred: false, blocked: false } });
    expect(JSON.stringify(me)).not.toMatch(/argon2|passwordHash/);
  });

  test('changes what is named, empties what is null, leaves the rest', async () => {
    const { device } = await aMemberLoggedIn({ email: 'ubah@contoh.id', phone: '+6281111111111' });
    const changed = await device.call('PATCH', changeMe, { json: { name: 'Siti A.', phone: null, channels: { email: false }, locale: 'en' } });
    expect(await changed.json()).toMatchObject({ name: 'Siti A.', phone: null, email: 'ubah@contoh.id', channels: { email: false }, locale: 'en' });
  });

  test('a new address is not verified, and one that is taken is refused', async () => {
    const { member, device } = await aMemberLoggedIn({ email: 'lama@contoh.id' });
    await pool().query('UPDATE "Member" SET "emailVerifiedAt" = lending_now() WHERE "id" = $1', [member.id]);
    expect((await (await device.call('PATCH', changeMe, { json: { email: 'LAMA@contoh.id' } })).json()).emailVerifiedAt).not.toBeNull();
    await aMember({ email: 'punya-orang@contoh.id' });
    expect((await device.call('PATCH', changeMe, { json: { email: 'Punya-Orang@contoh.id' } })).status).toBe(409);
    expect(await (await device.call('PATCH', changeMe, { json: { email: 'baru@contoh.id' } })).json()).toMatchObject({ email: 'baru@contoh.id', emailVerifiedAt: null });
  });

  test('is nobody else’s: without a session there is none', async () => {
    expect((await new Device().call('GET', readMe)).status).toBe(401);
    expect((await new Device().call('PATCH', changeMe, { json: { name: 'X' } })).status).toBe(401);
  });

  test('another site cannot change it', async () => {
    const { device } = await aMemberLoggedIn();
    expect((await device.call('PATCH', changeMe, { json: { name: 'X' }, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});
