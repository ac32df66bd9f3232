import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { allContracts } from '@/lib/http/openapi';
import { call, everyCall } from '../../support/every-call';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const contracts = new Map(allContracts().map((contract) => [`${contract.method} ${contract.path}`, contract]));
const names = Object.keys(everyCall);
const ready = async (name: string) => (await everyCall[name]?.()) ?? { by: null };
const seen = async (response: Response) => ({ status: response.status, text: await response.text() });

// whoever deleted the account is nobody when asking again
const repeatable = names.filter((name) => name !== 'DELETE /api/me');

describe('with a key a call is answered once and for all, as the contract says, and no other request may use it', () => {
  test.each(repeatable)('%s', async (name) => {
    const { other, ...asked } = await ready(name);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await seen(await call(name, asked, headers));
    const again = await seen(await call(name, asked, headers));
    expect(again).toEqual(first);

    const answers = contracts.get(name)?.answers ?? {};
    expect(Object.keys(answers).map(Number)).toContain(first.status);
    const schema = answers[first.status];
    if (schema === null || schema === undefined) expect(first.text).toBe('');
    else expect(schema.safeParse(JSON.parse(first.text)).error).toBeUndefined();

    if (other === undefined) return;
    const refused = await call(name, { ...asked, ...other }, headers);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
  });
});

test.each(['', 'k'.repeat(201)])('a key has 1 to 200 characters: %j is refused', async (key) => {
  const asked = await ready('PATCH /api/me');
  const refused = await call('PATCH /api/me', asked, { 'idempotency-key': key });
  expect([refused.status, ((await refused.json()) as { errors: object[] }).errors]).toEqual([422, [{ path: 'Idempotency-Key', message: '1–200' }]]);
});
