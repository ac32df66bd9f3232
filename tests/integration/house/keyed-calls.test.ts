import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { refuse } from '@/lib/domain/outcome';
import { allContracts } from '@/lib/http/openapi';
import { contract } from '@/lib/http/contract';
import { handleKeyed } from '@/lib/http/keyed';
import { answer } from '@/lib/http/route';
import { registerMember } from '@/lib/operations/members/register-member';
import { announceMaintenance } from '@/lib/operations/maintenance/announce-maintenance';
import { aMember, rowsOf } from '../../support/world';

afterAll(closePool);
beforeEach(() => pool().query('DELETE FROM "IdempotencyKey"; DELETE FROM "Maintenance"'));

const declared = contract({ method: 'POST', path: '/api/x', summary: '', who: 'anyone', answers: {} });
const call = (key: string, request: unknown = null, callerId: string | null = null) => ({ callerId, key, request });
const write = (name: string) => pool().query('INSERT INTO "Setting" ("name", "value") VALUES ($1, $2)', [name, '1']);
const written = async (name: string) => (await rowsOf('SELECT 1 FROM "Setting" WHERE "name" = $1', [name])).length === 1;

describe('a call with an idempotency key', () => {
  test('acts once and gets the same answer again, kept so that nobody reads it in the database', async () => {
    let acts = 0;
    const act = () => handleKeyed(declared, call('a'), async () => answer(201, { acts: (acts += 1), code: 'RAHASIA' }));
    expect(await act()).toEqual(await act());
    expect(acts).toBe(1);
    expect(JSON.stringify(await rowsOf('SELECT * FROM "IdempotencyKey"'))).not.toContain('RAHASIA');
  });

  test('with another body is refused; the same key of another caller is another key', async () => {
    await handleKeyed(declared, call('b', { name: 'x' }), async () => answer(200, 1));
    expect(await handleKeyed(declared, call('b', { name: 'y' }), async () => answer(200, 2))).toMatchObject({ code: 'idempotency-key-reused' });
    expect(await handleKeyed(declared, call('b', { name: 'y' }, await aMember()), async () => answer(200, 3))).toMatchObject({ json: 3 });
  });

  test('is in flight while the first one is at work', async () => {
    const gates: { begun?: () => void; finish?: () => void } = {};
    const hasBegun = new Promise<void>((resolve) => (gates.begun = resolve));
    const mayFinish = new Promise<void>((resolve) => (gates.finish = resolve));
    const first = handleKeyed(declared, call('c'), async () => {
      gates.begun?.();
      await mayFinish;
      return answer(200, 'first');
    });
    await hasBegun;
    expect(await handleKeyed(declared, call('c'), async () => answer(200, 'second'))).toMatchObject({ code: 'idempotency-key-in-flight' });
    gates.finish?.();
    expect(await first).toMatchObject({ json: 'first' });
    expect(await handleKeyed(declared, call('c'), async () => answer(200, 'third'))).toMatchObject({ json: 'first' });
  });

  test('that dies before its answer is kept has done nothing, and may be tried again: what it wrote and its answer are one', async () => {
    const dies = handleKeyed(declared, call('d'), async () => {
      await write('dies');
      await inTransaction(async (tx) => void (await tx.query(`INSERT INTO "Setting" ("name", "value") VALUES ('dies-too', '1')`)));
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    expect([await written('dies'), await written('dies-too')]).toEqual([false, false]);
    await handleKeyed(declared, call('d'), async () => (await write('dies'), answer(200, null)));
    expect(await written('dies')).toBe(true);
  });

  test('an error inside that is handled undoes its own statement only', async () => {
    const result = await handleKeyed(declared, call('e'), async () => {
      await write('kept');
      const second = await write('kept').then(() => 'written', () => 'there already');
      await Promise.all([write('side-a'), write('side-b')]);
      return answer(200, second);
    });
    expect(result).toMatchObject({ json: 'there already' });
    expect([await written('kept'), await written('side-a'), await written('side-b')]).toEqual([true, true, true]);
  });

  test('a refusal is kept too, with its instants; "too many tries" and "away" are not', async () => {
    const until = new Date('2026-03-01T00:00:00.000Z');
    await handleKeyed(declared, call('f'), async () => ({ code: 'hold-ended', endedAt: until }));
    expect(await handleKeyed(declared, call('f'), async () => answer(200, null))).toEqual({ code: 'hold-ended', endedAt: until });
    await handleKeyed(declared, call('g'), async () => refuse({ code: 'too-many-tries', retryAfterSeconds: 1 }).refusal);
    await handleKeyed(declared, call('g'), async () => refuse({ code: 'away', part: 'storage' }).refusal);
    expect(await handleKeyed(declared, call('g'), async () => answer(200, 'now'))).toMatchObject({ json: 'now' });
  });
});

describe('what has no key of its own in the operation', () => {
  test('registering twice with one key makes one member', async () => {
    const register = () =>
      handleKeyed(declared, call('h', { name: 'Sari' }), async () => {
        const made = await registerMember({ name: 'Sari', email: 'sari@uji.example', password: 'kata-sandi-uji', locale: 'id' }, { kind: 'self', address: '203.0.113.9' });
        return made.ok ? answer(201, made.value) : made.refusal;
      });
    const first = await register();
    expect(first).toMatchObject({ status: 201, json: { email: 'sari@uji.example' } });
    expect(await register()).toEqual(JSON.parse(JSON.stringify(first), (_, value) => (typeof value === 'string' && /T.*Z$/.test(value) ? new Date(value) : value)));
    expect(await rowsOf(`SELECT 1 FROM "Member" WHERE "email" = 'sari@uji.example'`)).toHaveLength(1);
  });

  test('announcing a maintenance twice with one key announces one', async () => {
    const librarian = await aMember({ role: 'librarian' });
    const plan = { from: new Date(Date.now() + 3_600_000), until: new Date(Date.now() + 7_200_000), shownFrom: null, note: null };
    const announce = () => handleKeyed(declared, call('i', plan, librarian), async () => answer(201, await announceMaintenance(plan, librarian)));
    await announce();
    await announce();
    expect(await rowsOf('SELECT 1 FROM "Maintenance"')).toHaveLength(1);
  });

  test('every state-changing call keeps keys, but for those that hand out cookies', () => {
    const without = allContracts().filter(({ method, keyed }) => method !== 'GET' && keyed === 'never').map(({ path }) => path);
    expect(without).toEqual(['/api/auth/callback/credentials', '/api/auth/signout']);
  });
});
