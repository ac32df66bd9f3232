import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ApiClient, aPublishedTitle, refusedWith } from '../support/api-client';
import { libraryUrl } from '../support/page';

let member: ApiClient;
let other: ApiClient;
beforeAll(async () => {
  [member, other] = await Promise.all([ApiClient.newMember(), ApiClient.newMember()]);
}, 60_000);

describe('the HTTP contract, from outside', () => {
  test('borrow, read by a signed address, return: 201, 200 again, 200, and twice 200', async () => {
    const title = await aPublishedTitle(1);
    const borrowed = await member.call('POST', `/api/titles/${title}/loans`);
    expect(borrowed.status).toBe(201);
    expect(borrowed.json).toMatchObject({ titleId: title, state: 'active', endedAt: null, renewals: 0, renewable: false, now: expect.any(String) });
    expect(new Date(String(borrowed.json['dueAt'])).getTime() - new Date(String(borrowed.json['borrowedAt'])).getTime()).toBeGreaterThanOrEqual(72 * 3_600_000);
    const again = await member.call('POST', `/api/titles/${title}/loans`);
    expect([again.status, again.json['id']]).toEqual([200, borrowed.json['id']]);

    const content = await member.call('GET', `/api/loans/${String(borrowed.json['id'])}/content`);
    expect(content).toMatchObject({ status: 200, json: { contentType: 'application/pdf' } });
    expect(new Date(String(content.json['expiresAt'])).getTime()).toBeLessThanOrEqual(new Date(String(content.json['now'])).getTime() + 120_000);
    const bytes = await fetch(String(content.json['url']), { headers: { range: 'bytes=0-4' } });
    expect([bytes.status, await bytes.text()]).toEqual([206, '%PDF-']);

    const loan = `/api/loans/${String(borrowed.json['id'])}`;
    expect(await member.call('POST', `${loan}/return`)).toMatchObject({ status: 200, json: { state: 'returned' } });
    expect(await member.call('POST', `${loan}/return`)).toMatchObject({ status: 200, json: { state: 'returned' } });
    refusedWith(await member.call('GET', `${loan}/content`), 410, 'loan-ended');
  }, 60_000);

  test('the queue: refused with facts, queued 201 and 200, offered on return, taken by the same call', async () => {
    const title = await aPublishedTitle(1);
    const loan = await member.call('POST', `/api/titles/${title}/loans`);
    const refused = await other.call('POST', `/api/titles/${title}/loans`);
    refusedWith(refused, 409, 'no-copy-available');
    expect(refused.json).toMatchObject({ holdsAhead: 0, estimatedWait: { expected: expect.stringMatching(/^P/), latest: expect.stringMatching(/^P/) } });
    const hold = await other.call('POST', `/api/titles/${title}/holds`);
    expect(hold).toMatchObject({ status: 201, json: { titleId: title, state: 'waiting', position: 1, readyUntil: null, suspendedAt: null, suspendedUntil: null } });
    expect((await other.call('POST', `/api/titles/${title}/holds`)).status).toBe(200);
    refusedWith(await member.call('POST', `/api/titles/${title}/holds`), 409, 'already-borrowed');

    await member.call('POST', `/api/loans/${String(loan.json['id'])}/return`);
    const offered = await other.call('GET', '/api/holds');
    expect(offered.json['items']).toMatchObject([{ titleId: title, state: 'ready', position: null, readyUntil: expect.any(String) }]);
    expect(await other.call('GET', `/api/titles/${title}`)).toMatchObject({ json: { copies: { total: 1, available: 0 }, mine: { hold: { state: 'ready' } } } });
    refusedWith(await member.call('POST', `/api/titles/${title}/loans`), 409, 'no-copy-available');
    expect((await other.call('POST', `/api/titles/${title}/loans`)).status).toBe(201);
  }, 60_000);

  test('a hold is cancelled, and cancelling twice is 200', async () => {
    const title = await aPublishedTitle(1);
    await member.call('POST', `/api/titles/${title}/loans`);
    const hold = await other.call('POST', `/api/titles/${title}/holds`);
    const path = `/api/holds/${String(hold.json['id'])}`;
    expect(await other.call('DELETE', path)).toMatchObject({ status: 200, json: { state: 'cancelled' } });
    expect((await other.call('DELETE', path)).status).toBe(200);
    refusedWith(await member.call('DELETE', path), 404, 'not-found');
  }, 60_000);

  test("a foreign or unknown id is not there, for every call on one's own things", async () => {
    const title = await aPublishedTitle(1);
    const loan = await member.call('POST', `/api/titles/${title}/loans`);
    const foreign = `/api/loans/${String(loan.json['id'])}`;
    for (const path of [foreign, `/api/loans/${randomUUID()}`, '/api/loans/not-an-id']) {
      refusedWith(await other.call('GET', path), 404, 'not-found');
      refusedWith(await other.call('GET', `${path}/content`), 404, 'not-found');
      refusedWith(await other.call('POST', `${path}/return`), 404, 'not-found');
      refusedWith(await other.call('POST', `${path}/renewals`), 404, 'not-found');
    }
    refusedWith(await other.call('GET', `/api/titles/${randomUUID()}`), 404, 'not-found');
  }, 60_000);

  test('nobody logged in is 401, a member on staff calls is 403', async () => {
    const nobody = new ApiClient();
    refusedWith(await nobody.call('GET', '/api/loans'), 401, 'not-logged-in');
    refusedWith(await nobody.call('POST', `/api/titles/${randomUUID()}/loans`), 401, 'not-logged-in');
    refusedWith(await member.call('GET', '/api/admin/loans'), 403, 'wrong-role');
    refusedWith(await member.call('PUT', '/api/admin/policy', {}), 403, 'wrong-role');
  });

  test('a call from another origin is refused, one without an Origin is a program and goes through', async () => {
    refusedWith(await member.call('POST', `/api/titles/${randomUUID()}/loans`, undefined, { origin: 'https://evil.example' }), 403, 'wrong-origin');
    refusedWith(await member.call('POST', `/api/titles/${randomUUID()}/loans`, undefined, { origin: libraryUrl }), 404, 'not-found');
  });

  test('the same idempotency key gets the same answer, also after the loan has ended', async () => {
    const title = await aPublishedTitle(1);
    const key = { 'idempotency-key': randomUUID() };
    const first = await member.call('POST', `/api/titles/${title}/loans`, undefined, key);
    await member.call('POST', `/api/loans/${String(first.json['id'])}/return`);
    const second = await member.call('POST', `/api/titles/${title}/loans`, undefined, key);
    expect([second.status, second.json]).toEqual([201, first.json]);
  }, 60_000);
});

describe('bad input gets a clear error, never 500', () => {
  test('malformed JSON', async () => refusedWith(await member.send('PATCH', '/api/me', { body: '{"name":', headers: { 'content-type': 'application/json' } }), 422, 'malformed-json'));

  test('a body that is no JSON at all', async () => refusedWith(await member.send('PATCH', '/api/me', { body: 'name=x', headers: { 'content-type': 'text/plain' } }), 415, 'wrong-media-type'));

  test('fields that are wrong are named', async () => {
    const reply = await new ApiClient().call('POST', '/api/members', { name: '', email: 'not-an-address', password: 'x' });
    refusedWith(reply, 422, 'bad-request');
    expect((reply.json['errors'] as unknown as { path: string }[]).map(({ path }) => path)).toEqual(expect.arrayContaining(['name', 'email', 'password']));
  });

  test('a body of 50 MB', async () => {
    const reply = await member.send('PATCH', '/api/me', { body: 'x'.repeat(50 * 1024 * 1024), headers: { 'content-type': 'application/json' } });
    refusedWith(reply, 413, 'body-too-large');
  });

  test('a cursor that was tampered with', async () => {
    for (const cursor of ['x', 'e30', Buffer.from('{"at":"now","id":"1"}').toString('base64url'), '%00']) {
      refusedWith(await member.call('GET', `/api/loans?cursor=${cursor}`), 422, 'bad-cursor');
      refusedWith(await member.call('GET', `/api/titles?cursor=${cursor}`), 422, 'bad-cursor');
    }
  });

  test('a limit out of range', async () => {
    for (const limit of ['0', '101', '-1', 'x', '1.5']) refusedWith(await member.call('GET', `/api/loans?limit=${limit}`), 422, 'bad-request');
  });

  test('a search of 10,000 characters, of signs, of nothing', async () => {
    for (const q of ['kata '.repeat(2000), `%27%22)(*&^:|!<>`, '\u0000', `'; DROP TABLE`, '']) expect((await member.call('GET', `/api/titles?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  test('an idempotency key that is too long', async () => refusedWith(await member.call('POST', `/api/titles/${randomUUID()}/loans`, undefined, { 'idempotency-key': 'k'.repeat(201) }), 422, 'bad-request'));

  test('a call that does not exist', async () => refusedWith(await member.call('GET', '/api/no-such-thing'), 404, 'not-found'));

  test('an address that is no text is not there', async () => {
    refusedWith(await member.call('GET', '/api/titles/%E0%A4%A'), 404, 'not-found');
    expect((await fetch(`${libraryUrl}/titles/%E0%A4%A?q=%E0`)).status).toBe(404);
  });

  test('errors speak the language of the caller', async () => {
    const indonesian = await new ApiClient().call('GET', '/api/loans', undefined, { 'accept-language': 'id' });
    const english = await new ApiClient().call('GET', '/api/loans', undefined, { 'accept-language': 'en' });
    expect([indonesian.json['title'], english.json['title']]).toEqual(['Silakan masuk', 'Please log in']);
  });
});
