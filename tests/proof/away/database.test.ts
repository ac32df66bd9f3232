import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agrees } from '../../support/agrees';
import { aPublishedTitle, ApiClient, refusedWith } from '../../support/api-client';
import { eventually } from '../../support/eventually';
import { Ledger } from '../../support/ledger';
import { anAdmin, outsideServices, type OutsideServices } from '../../support/outside-services';
import { Random } from '../../support/random';
import { inRounds, seed } from '../../support/rounds';
import { beginLibrary, removeFolder, untilOpen, type Library } from '../../support/the-library';

let outside: OutsideServices;
let library: Library;
let staff: ApiClient;
let clients: ApiClient[] = [];
let titles: string[] = [];
let ledger: Ledger | undefined;

beforeAll(async () => {
  outside = await outsideServices();
  library = await untilOpen(await beginLibrary({ ...outside.env, RETURN_SCHEDULE: '*/2 * * * * *' }));
  staff = await anAdmin(outside.databaseUrl, library.url);
  clients = await Promise.all(Array.from({ length: 4 }, () => ApiClient.newMember(library.url)));
  titles = await Promise.all([1, 2, 3].map((copies) => aPublishedTitle(copies, `Judul ${copies}`, staff)));
}, 600_000);

afterAll(async () => {
  await ledger?.abandon();
  await library.stop();
  await outside.stop();
  removeFolder(library.dataDir);
});

const member = () => clients[0] ?? new ApiClient(library.url);

async function isBack(): Promise<true> {
  return eventually(async () => (await member().call('GET', '/api/me')).status === 200 || null, { withinMs: 60_000 }).then(() => true);
}

describe.each(['down', 'silent'] as const)('while the database is %s', (mood) => {
  beforeAll(() => outside.database.become(mood));
  afterAll(async () => {
    await outside.database.become('carries');
    await isBack();
  });

  test('each call says so, in the language of the caller, and when to ask again', async () => {
    const calls: [ApiClient, string, string, unknown?][] = [
      [member(), 'GET', '/api/titles?q=sungai'],
      [member(), 'GET', `/api/titles/${titles[0]}`],
      [member(), 'POST', `/api/titles/${titles[0]}/loans`],
      [member(), 'POST', `/api/titles/${titles[0]}/holds`],
      [member(), 'GET', '/api/loans'],
      [member(), 'GET', `/api/loans/${randomUUID()}/content`],
      [member(), 'PATCH', '/api/me', { name: 'Nama Baru' }],
      [new ApiClient(library.url), 'POST', '/api/members', { name: 'Anggota Baru', password: 'tujuh-perahu-kayu', consent: true }],
      [staff, 'POST', '/api/admin/uploads', { fileName: 'a.pdf', sizeBytes: 10, contentType: 'application/pdf' }],
      [staff, 'GET', '/api/admin/loans?format=csv'],
      [staff, 'PUT', '/api/admin/policy', {}],
    ];
    // at once: a database that is silent is waited for by all of them together
    const replies = await Promise.all(calls.map(async ([who, method, path, body]) => ({ path, reply: await who.call(method, path, body) })));
    for (const { reply } of replies) {
      refusedWith(reply, 503, 'away');
      expect(reply.headers.get('retry-after')).toBe('5');
    }
    const titleOf = async (language: string) => (await member().call('GET', '/api/me', undefined, { 'accept-language': language })).json['title'];
    expect([await titleOf('id'), await titleOf('en')]).toEqual(['Sedang tidak terjangkau', 'Out of reach right now']);
  });

  test('logging in says so, and does not say that the password is wrong', async () => {
    expect((await new ApiClient(library.url).logIn('admin@uji.example', 'tujuh-perahu-kayu')).status).toBe(503);
  });

  test('the process itself lives, and its health names what is away', async () => {
    expect((await member().call('GET', '/api/health/live')).status).toBe(200);
    expect(await member().call('GET', '/api/health')).toMatchObject({ status: 503, json: { database: 'down', storage: 'ok' } });
  });

  test('each page stands, in both languages', async () => {
    const words = { id: 'Catatan perpustakaan sedang tidak terjangkau', en: 'The library&#x27;s records are out of reach' };
    const pages: [ApiClient, string][] = [...['/', `/titles/${titles[0]}`, '/shelf', '/account', '/account/devices', `/read/${randomUUID()}`].map((path): [ApiClient, string] => [member(), path]), ...['/admin', '/admin/loans', '/admin/members', '/admin/titles', '/admin/rekap', '/admin/maintenance'].map((path): [ApiClient, string] => [staff, path])];
    for (const language of ['id', 'en'] as const) {
      const headings = await Promise.all(pages.map(async ([who, path]) => ({ path, heading: await who.headingOf(path, language) })));
      for (const { path, heading } of headings) expect([path, heading]).toEqual([path, words[language]]);
    }
  });
});

test('a database that is killed and started again under load loses nothing and doubles nothing, and nobody must help', async () => {
  const random = new Random(seed);
  const written = (ledger = new Ledger(clients, titles, random));
  await inRounds({ name: 'away', of: 'restarts of an outside PostgreSQL', inCi: { rounds: 5, withinMs: 25_000 }, inLong: { rounds: 40 } }, async (chance) => {
    const calls = written.entries.length + chance.between(1, 40);
    await eventually(() => written.entries.length >= calls, { withinMs: 120_000 });
    await outside.killPostgres();
    // a backend may outlive its postmaster for a moment
    await eventually(async () => (await member().call('GET', '/api/loans')).status === 503, { withinMs: 60_000 });
    await outside.startPostgres();
    const answered = written.entries.length;
    await eventually(() => written.entries.length > answered, { withinMs: 120_000 });
  });
  await written.end();
  await agrees(written, { databaseUrl: outside.databaseUrl, clients, random });
});
