import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aLoan, aTitle, rowsOf } from '@/tests/support/world';
import { aReader, answered } from './a-reader';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const phone = { id: 'phone', name: 'Chrome · Android' };
const desktop = { id: 'desktop', name: 'Firefox · Windows' };

let reader: Awaited<ReturnType<typeof aReader>>;
let titleId: string;
beforeEach(async () => {
  reader = await aReader();
  titleId = await aTitle({ copies: 2 });
  await reader.borrow(titleId);
});
afterAll(closePool);

describe('a member’s place in a title', () => {
  test('is nowhere before it was read', async () => {
    expect(await answered(await reader.see(titleId))).toMatchObject({ position: null, savedAt: null, device: null, devices: [] });
  });

  test('is kept and given back', async () => {
    const savedAt = ago(5);
    await answered(await reader.save(titleId, { position: { page: 57, offset: 0.25 }, savedAt, device: phone }));
    expect(await answered(await reader.see(titleId))).toMatchObject({ titleId, position: { page: 57, offset: 0.25 }, savedAt, device: phone });
  });

  test('is kept for each device; the newest stands on top', async () => {
    await reader.save(titleId, { position: { page: 90 }, savedAt: ago(10), device: desktop });
    const answer = await answered(await reader.save(titleId, { position: { page: 57 }, savedAt: ago(60), device: phone }));
    expect(answer).toMatchObject({ position: { page: 90 }, device: desktop });
    expect(answer.devices.map(({ device, position }) => [device.id, position.page])).toEqual([['desktop', 90], ['phone', 57]]);
  });

  test('needs no name of a device', async () => {
    expect((await answered(await reader.save(titleId, { position: { page: 3 }, savedAt: ago(1) }))).position).toEqual({ page: 3 });
  });

  test('is not moved by a save that comes late: the answer is 200 with what stands', async () => {
    await reader.save(titleId, { position: { page: 40 }, savedAt: ago(1), device: phone });
    const stale = await reader.save(titleId, { position: { page: 12 }, savedAt: ago(100), device: phone });
    expect(await answered(stale)).toMatchObject({ position: { page: 40 } });
  });

  test('is not blocked by a phone whose clock ran ahead', async () => {
    const ahead = await answered(await reader.save(titleId, { position: { page: 40 }, savedAt: '2040-01-01T00:00:00.000Z', device: phone }));
    expect(new Date(ahead.savedAt ?? 0).getTime()).toBeLessThanOrEqual(new Date(ahead.now).getTime());
    const right = await reader.save(titleId, { position: { page: 41 }, savedAt: new Date(Date.now() + 1000).toISOString(), device: phone });
    expect(await answered(right)).toMatchObject({ position: { page: 41 } });
  });

  test('stands at the latest of many saves that arrive at once', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => index + 1);
    await Promise.all(pages.map((page) => reader.save(titleId, { position: { page }, savedAt: ago(60 - page), device: phone })));
    expect(await answered(await reader.see(titleId))).toMatchObject({ position: { page: 12 } });
  });
});

describe('reading data belongs to its owner', () => {
  test('who may still save after the loan’s end', async () => {
    const ended = await aTitle();
    await aLoan(ended, reader.memberId, { at: new Date(Date.now() - 4 * 86_400_000) });
    expect(await answered(await reader.save(ended, { position: { page: 9 }, savedAt: ago(1) }))).toMatchObject({ position: { page: 9 } });
  });

  test('and not to somebody who never had the title', async () => {
    const other = await aReader();
    expect((await other.see(titleId)).status).toBe(404);
    expect((await other.save(titleId, { position: { page: 2 }, savedAt: ago(1) })).status).toBe(404);
    expect((await other.see(crypto.randomUUID())).status).toBe(404);
  });

  test('two members in one title do not see each other', async () => {
    const other = await aReader();
    await other.borrow(titleId);
    await reader.save(titleId, { position: { page: 8 }, savedAt: ago(1), device: phone });
    expect(await answered(await other.see(titleId))).toMatchObject({ position: null, devices: [] });
  });
});

describe('a loan knows that it was opened', () => {
  const opened = async (title: string) => (await rowsOf<{ firstOpenedAt: Date | null; lastOpenedAt: Date | null }>('SELECT "firstOpenedAt", "lastOpenedAt" FROM "Loan" WHERE "titleId" = $1', [title]))[0];

  test('from the first save on, and keeps that time', async () => {
    expect((await opened(titleId))?.firstOpenedAt).toBeNull();
    await reader.save(titleId, { position: { page: 1 }, savedAt: ago(9), device: phone });
    const first = await opened(titleId);
    expect(first?.firstOpenedAt).not.toBeNull();
    await reader.save(titleId, { position: { page: 2 }, savedAt: ago(1), device: phone });
    const second = await opened(titleId);
    expect(second?.firstOpenedAt).toEqual(first?.firstOpenedAt);
    expect(Number(second?.lastOpenedAt)).toBeGreaterThan(Number(first?.lastOpenedAt));
  });

  test('also when the same place is opened again', async () => {
    const savedAt = ago(30);
    await reader.save(titleId, { position: { page: 4 }, savedAt, device: phone });
    await pool().query('UPDATE "Loan" SET "lastOpenedAt" = NULL WHERE "titleId" = $1', [titleId]);
    expect((await answered(await reader.save(titleId, { position: { page: 4 }, savedAt, device: phone }))).savedAt).toBe(savedAt);
    expect((await opened(titleId))?.lastOpenedAt).not.toBeNull();
  });

  test('but not by a save after its end', async () => {
    const ended = await aTitle();
    await aLoan(ended, reader.memberId, { at: new Date(Date.now() - 4 * 86_400_000) });
    await reader.save(ended, { position: { page: 9 }, savedAt: ago(1) });
    expect((await opened(ended))?.firstOpenedAt).toBeNull();
  });
});

describe('a bad body gets a clear error', () => {
  test.each([
    ['no page', { position: {}, savedAt: ago(1) }],
    ['page zero', { position: { page: 0 }, savedAt: ago(1) }],
    ['half a page', { position: { page: 1.5 }, savedAt: ago(1) }],
    ['no time', { position: { page: 1 } }],
    ['a time that is none', { position: { page: 1 }, savedAt: 'kemarin' }],
    ['a device without id', { position: { page: 1 }, savedAt: ago(1), device: { name: 'x' } }],
  ])('%s', async (_, body) => {
    const response = await reader.save(titleId, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'bad-request' });
  });
});
