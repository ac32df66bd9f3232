import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { forgetEnvironment } from '@/lib/config/environment';
import { titleQuestion, titleSorts, type TitleSort } from '@/lib/domain/catalogue/title-question';
import { bodyLimitBytes, readBody } from '@/lib/http/body';
import { cookieOf, cookiesOf, setCookie } from '@/lib/http/cookies';
import { readForm } from '@/lib/http/form';
import { metricsText } from '@/lib/http/metrics';
import { mayReadMetrics } from '@/lib/http/metrics-access';
import { isOwnOrigin } from '@/lib/http/origin';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { placeOf, titleCursor } from '@/lib/http/title-cursor';
import { coverUrl, holdView, loanView } from '@/lib/http/views/lending';
import { holdSchema, loanSchema } from '@/lib/http/schemas/lending';

const post = (body: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'application/json' }) => new Request('http://localhost:3000/', { method: 'POST', body: body as never, headers });

describe('a body', () => {
  test('is JSON, whatever that says of itself', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/problem+json']) expect(await readBody(post('{"a":1}', { 'content-type': type }))).toEqual({ ok: true, value: { a: 1 } });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonx', '']) expect(await readBody(post('{"a":1}', { 'content-type': type }))).toMatchObject({ ok: false, refusal: { code: 'wrong-media-type' } });
  });

  test('that is not there is empty', async () => {
    expect(await readBody(post(''))).toEqual({ ok: true, value: {} });
    expect(await readBody(new Request('http://localhost:3000/', { method: 'DELETE' }))).toEqual({ ok: true, value: {} });
  });

  test('may be as long as the limit, and not a byte longer', async () => {
    const text = (size: number) => `"${'x'.repeat(size - 2)}"`;
    expect(await readBody(post(text(bodyLimitBytes)))).toMatchObject({ ok: true });
    expect(await readBody(post(text(bodyLimitBytes + 1)))).toMatchObject({ ok: false, refusal: { code: 'body-too-large', limitBytes: bodyLimitBytes } });
  });

  test('that never ends is given up', async () => {
    let sent = 0;
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(120, (sent += 1) && 0)) });
    const request = new Request('http://localhost:3000/', { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit);
    expect(await readBody(request)).toMatchObject({ ok: false, refusal: { code: 'body-too-large' } });
    expect(sent).toBeLessThan(40);
  });

  test('that is no UTF-8, or holds what the database cannot, is refused', async () => {
    expect(await readBody(post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])))).toMatchObject({ ok: false, refusal: { code: 'malformed-json' } });
    expect(await readBody(post('{"a":"\\u0000"}'))).toMatchObject({ ok: false, refusal: { code: 'malformed-json' } });
  });

  test('that anybody may send is taken or refused, and never throws', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const read = await readBody(post(bytes));
      expect(read.ok || read.refusal.code === 'malformed-json').toBe(true);
    }), { numRuns: 100, seed: 2026 });
  });
});

describe('a form', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  test('gives its fields as texts, without what is none', async () => {
    expect(await readForm(post('identifier=siti%40contoh.id&password=a+b', form))).toEqual({ ok: true, value: { identifier: 'siti@contoh.id', password: 'a b' } });
    expect(await readForm(post('{"json":true,"identifier":"x","n":7,"o":{},"l":[]}'))).toEqual({ ok: true, value: { json: 'true', identifier: 'x' } });
    expect(await readForm(post('identifier=a%00b', form))).toEqual({ ok: true, value: { identifier: 'ab' } });
  });

  test.each(['null', '[]', '7', '"x"'])('%s has no fields', async (json) => expect((await readForm(post(json))).ok).toBe(true));
  test('of another kind is refused', async () => expect(await readForm(post('x', { 'content-type': 'text/xml' }))).toMatchObject({ ok: false, refusal: { code: 'wrong-media-type' } }));
});

describe('cookies', () => {
  const withCookies = (cookie: string) => new Request('http://localhost:3000/', { headers: { cookie } });

  test('are read as they were set, whatever they hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()), (value) => {
      const [pair = ''] = setCookie('bahasa', value, { maxAgeSeconds: 1, secure: false }).split(';');
      expect(cookieOf(withCookies(`lain=1; ${pair}; akhir=2`), 'bahasa')).toBe(value);
    }), { seed: 2026 });
  });

  test('the first of a name counts, a broken one reads as it stands', () => {
    expect(cookiesOf(withCookies('a=1; a=2; b=%E0%A4; =x; c'))).toEqual({ a: '1', b: '%E0%A4' });
  });

  test('of ours are out of scripts’ reach, and secure where the address is', () => {
    expect(setCookie('a', 'b', { maxAgeSeconds: 60, secure: false })).toBe('a=b; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
    expect(setCookie('a', 'b', { maxAgeSeconds: 60, secure: true })).toMatch(/; Secure$/);
  });
});

describe('who sends a call', () => {
  const from = (origin: string | null, host = 'perpustakaan.example') => isOwnOrigin(new Request('http://localhost:3000/', { headers: { host, ...(origin === null ? {} : { origin }) } }), 'https://perpustakaan.example/');

  test.each([
    ['our own page', 'https://perpustakaan.example', 'perpustakaan.example', true],
    ['a program', null, 'perpustakaan.example', true],
    ['the same name without encryption', 'http://perpustakaan.example', 'perpustakaan.example', false],
    ['another port', 'https://perpustakaan.example:8443', 'perpustakaan.example', false],
    ['a name that begins like ours', 'https://perpustakaan.example.jahat.example', 'perpustakaan.example', false],
    ['somebody who names our host', 'http://jahat.example', 'jahat.example', false],
    ['a page without an origin', 'null', 'perpustakaan.example', false],
    ['this very machine', 'http://localhost:3000', 'localhost:3000', true],
    ['this very machine by number', 'http://127.0.0.1:3000', '127.0.0.1:3000', true],
    ['another port of this machine', 'http://localhost:4000', 'localhost:3000', false],
    ['a host that only looks like this machine', 'http://localhost.jahat.example', 'localhost.jahat.example', false],
  ])('%s', (_, origin, host, isOurs) => expect(from(origin, host)).toBe(isOurs));
});

describe('cursors', () => {
  const place = { at: new Date('2026-11-22T02:00:00.123Z'), id: '00000000-0000-4000-8000-000000000000' };

  test('lead back to where they were made', () => {
    expect(decodeCursor(encodeCursor(place), timePlace)).toEqual({ ok: true, value: place });
    expect(decodeCursor(undefined, timePlace)).toEqual({ ok: true, value: null });
  });

  test('that anybody makes up are refused and never throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String(), fc.anything().map((thing) => Buffer.from(JSON.stringify(thing) ?? '').toString('base64url'))), (text) => {
      const decoded = decodeCursor(text, timePlace);
      expect(decoded.ok ? decoded.value : decoded.refusal.code).toBe('bad-cursor');
    }), { seed: 2026 });
  });

  const keys: Record<TitleSort, string | number> = { relevance: 0.5, newest: '2026-11-22T02:00:00.000Z', popular: 7, title: 'sungai' };
  const id = place.id;

  test.each(titleSorts)('of the catalogue by %s fit the question that they came from, and no other', (sort) => {
    const question = titleQuestion({ q: 'barito', sort });
    const cursor = titleCursor(question, { key: keys[sort], id, near: true }) ?? '';
    expect(placeOf(question, cursor)).toEqual({ ok: true, value: { key: keys[sort], id, near: true } });
    for (const other of [{ q: 'meratus', sort }, { q: 'barito', sort, language: 'en' }, { q: 'barito', sort, subject: 'Novel' }, { q: 'barito', sort, available: true }, { q: 'barito', sort: titleSorts.find((one) => one !== sort) ?? sort }])
      expect(placeOf(titleQuestion(other), cursor)).toMatchObject({ ok: false, refusal: { code: 'bad-cursor' } });
  });

  test('a key that the order cannot have is refused', () => {
    const question = titleQuestion({ sort: 'popular' });
    for (const key of ['many', -1, 1e12]) expect(placeOf(question, titleCursor(question, { key, id, near: false }) ?? '')).toMatchObject({ ok: false });
  });
});

describe('metrics', () => {
  afterEach(() => {
    delete process.env['METRICS_TOKEN'];
    delete process.env['TRUST_PROXY'];
    forgetEnvironment();
  });
  const may = (headers: Record<string, string>, env: Record<string, string> = {}) => {
    Object.assign(process.env, env);
    forgetEnvironment();
    return mayReadMetrics(new Headers(headers));
  };

  test.each([
    ['this machine', { 'x-forwarded-for': '127.0.0.1' }, {}, true],
    ['this machine by IPv6', { 'x-forwarded-for': '::1' }, {}, true],
    ['somebody else', { 'x-forwarded-for': '203.0.113.1' }, {}, false],
    ['somebody who says to be this machine too', { 'x-forwarded-for': '127.0.0.1, 203.0.113.1' }, {}, false],
    ['nobody known', {}, {}, false],
    ['this machine when it is a proxy', { 'x-forwarded-for': '127.0.0.1' }, { TRUST_PROXY: '1' }, false],
    ['somebody who came through a proxy that nobody declared', { 'x-forwarded-for': '127.0.0.1', 'x-pinjam-proxied': '1' }, {}, false],
    ['the token', { authorization: 'Bearer rahasia' }, { METRICS_TOKEN: 'rahasia' }, true],
    ['another token', { authorization: 'Bearer rahasi' }, { METRICS_TOKEN: 'rahasia' }, false],
    ['a token where none is set', { authorization: 'Bearer undefined' }, {}, false],
    ['a wrong token from this machine', { authorization: 'Bearer x', 'x-forwarded-for': '127.0.0.1' }, { METRICS_TOKEN: 'rahasia' }, false],
  ])('%s', (_, headers, env, isAllowed) => expect(may(headers as Record<string, string>, env as Record<string, string>)).toBe(isAllowed));

  const health = { status: 'ok', database: 'ok', storage: 'ok', cron: 'ok', backup: null, invariants: { status: 'kept', checkedAt: null, violations: 0 }, version: '0' };
  const counts = { activeLoans: 3, waitingHolds: 4, readyHolds: 1, members: 20, titles: 30, databaseBytes: 1000 };
  const valueOf = (text: string, name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);

  test('each has a help, a type and a number, once, as Prometheus reads them', () => {
    const lines = metricsText({ health: { ...health, backup: { ageHours: 5 }, invariants: { status: 'kept', checkedAt: '2026-11-22T02:00:00Z', violations: 0 } }, counts }).trimEnd().split('\n');
    expect(lines.length % 3).toBe(0);
    for (let at = 0; at < lines.length; at += 3) {
      const name = lines[at]?.split(' ')[2] ?? '';
      expect(lines[at]).toMatch(/^# HELP [a-z_]+ .+/);
      expect(lines[at + 1]).toBe(`# TYPE ${name} gauge`);
      expect(lines[at + 2]).toMatch(new RegExp(`^${name} -?[\\d.e+]+$`));
    }
    const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(' ')[0]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('what is down is 0, what is violated is counted', () => {
    const text = metricsText({ health: { ...health, status: 'down', storage: 'down', cron: 'missed', invariants: { status: 'violated', checkedAt: null, violations: 2 } }, counts });
    expect(['pinjam_up', 'pinjam_database_up', 'pinjam_storage_up', 'pinjam_cron_up', 'pinjam_invariant_violations', 'pinjam_loans_active'].map((name) => valueOf(text, name))).toEqual([0, 1, 0, 0, 2, 3]);
  });

  test('while the database is away what it would count is left out, not told as none', () => {
    const text = metricsText({ health: { ...health, status: 'down', database: 'down' }, counts: null });
    expect(text).not.toContain('pinjam_loans_active');
    expect(valueOf(text, 'pinjam_database_up')).toBe(0);
  });
});

describe('views', () => {
  const now = new Date('2026-11-22T02:00:00Z');
  const titleId = '00000000-0000-4000-8000-000000000001';
  const as = <S extends z.ZodType>(schema: S, view: unknown) => schema.safeParse(JSON.parse(JSON.stringify(view)));
  const base = { id: '00000000-0000-4000-8000-000000000002', memberId: 'm', borrowedAt: now, dueAt: now, renewalCount: 1, borrowedFrom: null };

  test.each([
    ['running', { ...base, state: 'active' }, null],
    ['ended', { ...base, state: 'expired', endedAt: now, endedReason: null }, now.toISOString()],
  ])('a loan that is %s is answered as the contract says', (_, loan, endedAt) => {
    const view = loanView({ loan, titleId, renewable: true, now, began: false } as never);
    expect(as(loanSchema, view).error).toBeUndefined();
    expect(JSON.parse(JSON.stringify(view))).toMatchObject({ renewals: 1, renewable: true, endedAt, now: now.toISOString() });
    expect(Object.keys(view)).not.toContain('memberId');
  });

  const hold = { id: base.id, memberId: 'm', placedAt: now, suspension: null, missedCount: 0, queueNumber: 7 };
  test.each([
    ['waits', { ...hold, state: 'waiting' }, { position: 4, readyUntil: null, endedAt: null }],
    ['is put off', { ...hold, state: 'waiting', suspension: { at: now, until: null } }, { suspendedAt: now.toISOString(), suspendedUntil: null }],
    ['is ready', { ...hold, state: 'ready', readyUntil: now, offerId: 'o', copyId: 'c' }, { readyUntil: now.toISOString() }],
    ['was cancelled', { ...hold, state: 'cancelled', endedAt: now, endedReason: 'by-member' }, { endedAt: now.toISOString(), endedReason: 'by-member' }],
  ])('a hold that %s is answered as the contract says, without its number in the queue or its member', (_, given, told) => {
    const view = holdView({ hold: given, titleId, position: 4, estimatedWait: { expectedMs: 1000, latestMs: 2000 }, now } as never);
    expect(as(holdSchema, view).error).toBeUndefined();
    expect(JSON.parse(JSON.stringify(view))).toMatchObject({ ...told, estimatedWait: { expected: 'PT1S', latest: 'PT2S' } });
    for (const secret of ['memberId', 'queueNumber', 'copyId', 'offerId']) expect(Object.keys(view)).not.toContain(secret);
  });

  test('a cover’s address names what it shows', () => {
    expect([coverUrl(null), coverUrl('ab'), coverUrl('ab', 240)]).toEqual([null, '/covers/ab-480.webp', '/covers/ab-240.webp']);
  });
});
