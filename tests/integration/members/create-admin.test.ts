import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { GET as readMe } from '@/app/api/me/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { Device } from '@/tests/support/device';
import { aMemberLoggedIn } from './a-member';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const run = promisify(execFile);
const adminCreate = async (args: string[], env: Record<string, string> = {}) => {
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/admin-create.ts', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
};

test('the operator makes an admin; with no password given, one is drawn and shown', async () => {
  const { said } = await adminCreate(['--email', 'Kepala@Dinas.example', '--name', 'Kepala']);
  const password = /Password: (\S+)/.exec(said)?.[1] ?? '';
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  const device = new Device();
  expect((await device.logIn('kepala@dinas.example', password)).status).toBe(200);
  expect(await (await device.call('GET', readMe)).json()).toMatchObject({ role: 'admin', name: 'Kepala' });
});

test('an account that exists becomes admin with the new password, and its devices are logged out', async () => {
  const { device } = await aMemberLoggedIn({ email: 'lupa-admin@dinas.example' });
  expect((await adminCreate(['--email', 'lupa-admin@dinas.example', '--password', 'kapal-kertas-9'])).said).toContain('new password');
  expect((await device.call('GET', readMe)).status).toBe(401);
  expect((await new Device().logIn('lupa-admin@dinas.example', 'kapal-kertas-9')).status).toBe(200);
});

test.each([
  [[], 'Say whose'],
  [['--email', 'bukan alamat'], 'Say whose'],
  [['--email', 'a@dinas.example', '--password', '12345678'], 'too easy'],
])('%j: one clear line', async (args, line) => {
  const { code, said } = await adminCreate(args);
  expect([code, said]).toEqual([1, expect.stringContaining(line)]);
  expect(said.trim().split('\n')).toHaveLength(1);
});

test('without a running library and without an address of a database it says what to do', async () => {
  const { code, said } = await adminCreate(['--email', 'a@dinas.example'], { DATABASE_URL: undefined as unknown as string, DATA_DIR: '/nowhere' });
  expect([code, said]).toEqual([1, expect.stringContaining('start it first')]);
});
