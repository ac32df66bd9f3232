import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { countTry } from '@/lib/adapters/postgres/tries';
import { environment, forgetEnvironment } from '@/lib/config/environment';
import { passwordTriesPerAccount } from '@/lib/domain/members/tries';
import { Device } from '@/tests/support/device';
import { aMember } from './a-member';

// hashing is slow on purpose, and a build machine is shared
jest.setTimeout(60_000);

beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const wrongly = async (identifier: string, times: number, device: (index: number) => Device) => {
  const statuses: number[] = [];
  for (let index = 0; index < times; index += 1) statuses.push((await device(index).logIn(identifier, `salah-${index}`)).status);
  return statuses;
};
/** The wait is over: as if the clock had gone on. */
const waited = () => pool().query(`UPDATE "RateLimit" SET "blockedUntil" = "blockedUntil" - interval '2 minutes'`);

describe('wrong passwords', () => {
  test('are free five times; after the sixth the account waits from this place, with Retry-After', async () => {
    const siti = await aMember();
    const classroom = () => new Device('203.0.113.5');
    expect(await wrongly(siti.memberNumber, 6, classroom)).toEqual([401, 401, 401, 401, 401, 401]);
    const refused = await classroom().logIn(siti.memberNumber, siti.password);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refused.json()).toMatchObject({ code: 'too-many-tries', status: 429 });

    await waited();
    expect(await wrongly(siti.memberNumber, 1, classroom)).toEqual([401]);
    expect((await classroom().logIn(siti.memberNumber, siti.password)).headers.get('retry-after')).toBe('2');
    await waited();
    expect((await classroom().logIn(siti.memberNumber, siti.password)).status).toBe(200);
  });

  test('lock nobody out: the owner gets in from elsewhere, and on a known device even from the same place', async () => {
    const siti = await aMember();
    const known = new Device('203.0.113.6');
    await known.logIn(siti.memberNumber, siti.password);
    expect(await wrongly(siti.memberNumber, 8, () => new Device('203.0.113.6'))).toContain(429);

    expect((await new Device('203.0.113.7').logIn(siti.memberNumber, siti.password)).status).toBe(200);
    expect((await known.logIn(siti.memberNumber, siti.password)).status).toBe(200);
    expect((await new Device('203.0.113.6').logIn(siti.memberNumber, siti.password)).status).toBe(429);
  });

  test('a known device has no more tries than others, and its mark is worth nothing for another account', async () => {
    const [siti, budi] = [await aMember(), await aMember()];
    const device = new Device('203.0.113.8');
    await device.logIn(siti.memberNumber, siti.password);
    expect((await wrongly(siti.memberNumber, 7, () => device)).at(-1)).toBe(429);
    const others = () => new Device('203.0.113.8');
    await wrongly(budi.memberNumber, 6, others);
    expect((await device.logIn(budi.memberNumber, budi.password)).status).toBe(429);
  });

  test('an account that does not exist answers the same, try by try', async () => {
    const siti = await aMember();
    const known = await wrongly(siti.memberNumber, 8, () => new Device('203.0.113.9'));
    const unknown = await wrongly('PJ88888888', 8, () => new Device('203.0.113.9'));
    expect(unknown).toEqual(known);
    const [a, b] = [await new Device().logIn(siti.memberNumber, 'salah'), await new Device().logIn('PJ88888888', 'salah')];
    expect(await a.text()).toBe(await b.text());
  });

  test('an account that does not exist costs the same work', async () => {
    const siti = await aMember();
    // The processor time of the hash, not the clock's: what else the machine does must not decide a test.
    const work = async (identifier: string, index: number) => {
      const device = new Device(`198.51.100.${index}`);
      const before = process.cpuUsage();
      await device.logIn(identifier, 'salah');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      known.push(await work(siti.memberNumber, round));
      unknown.push(await work(`PJ7777${round}`, round));
    }
    // Without the hash it is less than a tenth.
    expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.3);
  });

  test('one address may be wrong a hundred times in ten minutes, whoever it tries; then it waits, others do not', async () => {
    const siti = await aMember();
    const school = () => new Device('203.0.113.10');
    const statuses: number[] = [];
    for (let pupil = 0; pupil < 25; pupil += 1) statuses.push(...(await wrongly(`PJ66${pupil}`, 4, school)));
    expect(new Set(statuses)).toEqual(new Set([401]));
    const refused = await school().logIn(siti.memberNumber, siti.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await new Device('203.0.113.11').logIn(siti.memberNumber, siti.password)).status).toBe(200);
  });

  test('right passwords of a whole school count for nothing', async () => {
    const siti = await aMember();
    for (let pupil = 0; pupil < 12; pupil += 1) await new Device('203.0.113.12').logIn(siti.memberNumber, siti.password);
    const { rows } = await pool().query<{ count: number }>(`SELECT coalesce(sum("failureCount"), 0)::int AS "count" FROM "RateLimit"`);
    expect(rows[0]?.count).toBe(0);
  });

  test('RATE_LIMIT_SCALE multiplies the limits', async () => {
    process.env['RATE_LIMIT_SCALE'] = '1000';
    forgetEnvironment();
    const statuses = await wrongly('PJ5555', 20, () => new Device('203.0.113.13'));
    delete process.env['RATE_LIMIT_SCALE'];
    forgetEnvironment();
    expect(new Set(statuses)).toEqual(new Set([401]));
  });
});

describe('limits are agreed between processes', () => {
  test('a hundred tries at once, over two pools of connections, get no more than the free ones and the first delay', async () => {
    const other = new pg.Pool({ connectionString: environment().DATABASE_URL, max: 6 });
    const ours = pool();
    const verdicts = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        globalThis.pinjamPool = index % 2 === 0 ? ours : other;
        const counting = countTry([{ key: 'both', limit: passwordTriesPerAccount }]);
        globalThis.pinjamPool = ours;
        return counting;
      }),
    );
    await other.end();
    expect(verdicts.filter(({ waitMs }) => waitMs === 0)).toHaveLength(6);
  });
});
