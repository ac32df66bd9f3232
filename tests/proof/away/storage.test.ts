import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { aPdf } from '../../support/a-pdf';
import { aPublishedTitle, ApiClient, refusedWith } from '../../support/api-client';
import { eventually } from '../../support/eventually';
import { startMailServer, type MailServer } from '../../support/mail-server';
import { anAdmin, outsideServices, type OutsideServices } from '../../support/outside-services';
import { beginLibrary, removeFolder, untilOpen, type Library } from '../../support/the-library';

let outside: OutsideServices;
let mail: MailServer;
let library: Library;
let staff: ApiClient;
let member: ApiClient;
let title = '';

beforeAll(async () => {
  [outside, mail] = await Promise.all([outsideServices(), startMailServer()]);
  library = await untilOpen(await beginLibrary({ ...outside.env, SMTP_URL: mail.url, RETURN_SCHEDULE: '*/2 * * * * *' }));
  staff = await anAdmin(outside.databaseUrl, library.url);
  member = await ApiClient.newMember(library.url);
  title = await aPublishedTitle(1, 'Sungai Barito', staff);
}, 600_000);

afterEach(async () => {
  mail.mood = 'takes';
  await outside.storage.become('carries');
});

afterAll(async () => {
  await library.stop();
  await Promise.all([outside.stop(), mail.close()]);
  removeFolder(library.dataDir);
});

/** Once the first try has been given up, the next need not wait for its half minute. */
async function retryAtOnce(addresses: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: outside.databaseUrl });
  await client.connect();
  const mails = `"channel" = 'email' AND "kind" = 'password-reset' AND "memberId" IN (SELECT "id" FROM "Member" WHERE "email" = ANY($1))`;
  await eventually(async () => (await client.query(`SELECT FROM "Message" WHERE ${mails} AND "lastError" IS NOT NULL`, [addresses])).rowCount === addresses.length, { withinMs: 120_000 });
  await client.query(`UPDATE "Message" SET "nextAttemptAt" = lending_now() WHERE ${mails}`, [addresses]);
  await client.end();
}

/** Borrow, queue, return, take the offer, return, cancel: what lending is. */
async function lendsOn(): Promise<void> {
  const other = await ApiClient.newMember(library.url);
  const loan = await member.call('POST', `/api/titles/${title}/loans`);
  expect(loan.status).toBe(201);
  expect((await other.call('POST', `/api/titles/${title}/holds`)).status).toBe(201);
  expect((await member.call('GET', `/api/titles/${title}`)).status).toBe(200);
  expect((await member.call('GET', `/api/loans/${String(loan.json['id'])}`)).status).toBe(200);
  expect((await member.call('POST', `/api/loans/${String(loan.json['id'])}/return`)).json['state']).toBe('returned');
  const taken = await other.call('POST', `/api/titles/${title}/loans`);
  expect(taken.status).toBe(201);
  expect((await other.call('POST', `/api/loans/${String(taken.json['id'])}/return`)).status).toBe(200);
  for (const path of ['/', `/titles/${title}`, '/shelf']) expect(await member.headingOf(path, 'id')).not.toMatch(/tidak terjangkau|^$/);
}

type Begun = { id: string; partSizeBytes: number; parts: { number: number; url: string }[] };

async function begin(bytes: Buffer): Promise<Begun> {
  const begun = await staff.call('POST', '/api/admin/uploads', { fileName: 'sungai.pdf', sizeBytes: bytes.length, contentType: 'application/pdf' });
  expect(begun.status).toBe(201);
  return begun.json as unknown as Begun;
}

async function send(bytes: Buffer, { parts, partSizeBytes }: Pick<Begun, 'parts' | 'partSizeBytes'>): Promise<{ number: number; etag: string }[]> {
  const sent: { number: number; etag: string }[] = [];
  for (const { number, url } of parts) {
    const put = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes)) }).catch(() => null);
    if (put?.ok !== true) break;
    sent.push({ number, etag: put.headers.get('etag') ?? '' });
  }
  return sent;
}

describe.each(['down', 'silent', 'slow'] as const)('while the storage is %s', (mood) => {
  test('lending goes on', async () => {
    await outside.storage.become(mood);
    await lendsOn();
  });
});

test('a storage that goes away in the middle of an upload: 503, and afterwards only the missing parts are sent', async () => {
  const bytes = await aPdf({ pages: 2, words: 'Bab', paddingBytes: 20 * 2 ** 20 });
  const upload = await begin(bytes);
  const [first, ...rest] = upload.parts;
  expect(await send(bytes, { ...upload, parts: first === undefined ? [] : [first] })).toHaveLength(1);

  await outside.storage.become('down');
  expect(await send(bytes, { ...upload, parts: rest })).toEqual([]);
  refusedWith(await staff.call('POST', '/api/admin/uploads', { fileName: 'b.pdf', sizeBytes: 10, contentType: 'application/pdf' }), 503, 'away');
  const refused = await staff.call('POST', `/api/admin/uploads/${upload.id}/complete`, { parts: [] });
  refusedWith(refused, 503, 'away');
  expect(refused.json['part']).toBe('storage');
  expect(await staff.call('GET', '/api/health')).toMatchObject({ status: 503, json: { storage: 'down', database: 'ok' } });

  await outside.storage.become('carries');
  const resumed = await eventually(async () => {
    const asked = await staff.call('GET', `/api/admin/uploads/${upload.id}`);
    return asked.status === 200 ? (asked.json as unknown as Begun & { done: { number: number; etag: string }[] }) : null;
  });
  expect(resumed.parts.map(({ number }) => number)).toEqual(rest.map(({ number }) => number));
  const sent = await send(bytes, { ...upload, parts: resumed.parts });
  const complete = await staff.call('POST', `/api/admin/uploads/${upload.id}/complete`, { parts: [...resumed.done, ...sent] });
  expect(complete).toMatchObject({ status: 200, json: { pages: 2 } });
});

test('a storage that goes away while the parts are joined: said again it is done', async () => {
  const bytes = await aPdf({ pages: 3, words: 'Bab' });
  const upload = await begin(bytes);
  const parts = await send(bytes, upload);
  await outside.storage.become('silent');
  const joining = staff.call('POST', `/api/admin/uploads/${upload.id}/complete`, { parts });
  await outside.storage.become('down');
  refusedWith(await joining, 503, 'away');
  await outside.storage.become('carries');
  expect(await staff.call('POST', `/api/admin/uploads/${upload.id}/complete`, { parts })).toMatchObject({ status: 200, json: { pages: 3 } });
});

test('a mail server that stalls holds up nobody, and each message goes out once when it is back', async () => {
  mail.mood = 'stalls';
  const before = mail.received.length;
  const asking = await Promise.all(Array.from({ length: 3 }, () => ApiClient.newMember(library.url)));
  const addresses = await Promise.all(asking.map(async (one) => String((await one.call('GET', '/api/me')).json['email'])));
  for (const identifier of addresses) expect((await new ApiClient(library.url).call('POST', '/api/password-resets', { identifier })).status).toBe(202);
  // the clockwork has tried, and hangs on a connection that says nothing
  await eventually(() => mail.connections > 0, { withinMs: 60_000 });
  await lendsOn();
  await retryAtOnce(addresses);
  mail.mood = 'takes';
  const resets = () => mail.received.slice(before).filter(({ to, raw }) => addresses.includes(to) && /reset/.test(raw));
  await eventually(() => resets().length >= addresses.length, { withinMs: 240_000 });
  expect(resets().map(({ to }) => to).sort()).toEqual([...addresses].sort());
});
