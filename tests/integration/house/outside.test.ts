import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { aPublishedTitle, ApiClient } from '../../support/api-client';
import { anAdmin, outsideServices, type OutsideServices } from '../../support/outside-services';
import { beginLibrary, dataFolder, removeFolder, untilOpen, type Library } from '../../support/the-library';

// the first start builds the pages
jest.setTimeout(600_000);

const folder = mkdtempSync(join(tmpdir(), 'pinjam-archive-'));
const archive = join(folder, 'perpustakaan.tar');
const email = 'pembaca@uji.example';
const secretPassword = 'tujuh-perahu-kayu';

/** npm run NAME -- WORDS, as an operator says it. */
async function run(script: 'backup' | 'restore', words: string[], env: Record<string, string>): Promise<string> {
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|S3_|NEXTAUTH_|PUBLIC_URL|NODE_OPTIONS|NODE_ENV|JEST_|TIME_ZONE)/.test(name)));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...words], { env: { ...bare, ...env } as unknown as NodeJS.ProcessEnv });
  return stdout;
}

async function reader(url: string): Promise<ApiClient> {
  return ApiClient.loggedIn(email, secretPassword, url);
}

/** Borrows it and fetches the book as the reader does. */
async function readsBook(client: ApiClient, title: string): Promise<{ loan: string; text: string }> {
  const loan = await client.call('POST', `/api/titles/${title}/loans`);
  expect([200, 201]).toContain(loan.status);
  const { url } = (await client.call('GET', `/api/loans/${String(loan.json['id'])}/content`)).json;
  const bytes = await fetch(String(url), { headers: { range: 'bytes=0-4' } });
  expect(bytes.status).toBe(206);
  return { loan: String(loan.json['id']), text: await bytes.text() };
}

describe('a library that was given a database and a storage', () => {
  let outside: OutsideServices;
  let library: Library;
  let title = '';
  let loan = '';

  beforeAll(async () => {
    outside = await outsideServices();
    library = await untilOpen(await beginLibrary(outside.env));
  });

  afterAll(async () => {
    await library.stop();
    await outside.stop();
    removeFolder(library.dataDir);
    removeFolder(folder);
  });

  test('starts nothing of its own and writes nothing beside it', () => {
    expect(readdirSync(library.dataDir)).toEqual([]);
  });

  test('works the same: register, upload, publish, borrow, read', async () => {
    const staff = await anAdmin(outside.databaseUrl, library.url);
    title = await aPublishedTitle(2, 'Sungai Barito', staff);
    const registered = await new ApiClient(library.url).call('POST', '/api/members', { name: 'Pembaca Rahasia', email, password: secretPassword, consent: true });
    expect(registered.status).toBe(201);
    const book = await readsBook(await reader(library.url), title);
    expect(book.text).toBe('%PDF-');
    ({ loan } = book);
  });

  test('its log has a request id in each line about a call, and no name, address, password, token or key in any', async () => {
    await (await reader(library.url)).call('PATCH', '/api/me', { name: 'Pembaca Rahasia Juga' });
    const answered = library.lines.map((line) => JSON.parse(line) as { msg: string; requestId?: string }).filter(({ msg }) => msg === 'answered');
    expect(answered.length).toBeGreaterThan(5);
    for (const { requestId } of answered) expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const client = new pg.Client({ connectionString: outside.databaseUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, string | null>>(`SELECT "name", "email", "memberNumber", "passwordHash" FROM "Member"`);
    await client.end();
    const secrets = [...rows.flatMap((row) => Object.values(row)), 'Rahasia', secretPassword, outside.env['S3_SECRET_ACCESS_KEY'], outside.env['NEXTAUTH_SECRET'], new URL(outside.databaseUrl).password, 'X-Amz-Signature', 'eyJ'];
    const whole = library.lines.join('\n');
    expect(secrets.filter((secret) => secret !== null && secret !== undefined && whole.includes(secret))).toEqual([]);
  });

  test('is backed up while it runs', async () => {
    expect(await run('backup', [archive], outside.env)).toContain('Written:');
    expect(existsSync(archive)).toBe(true);
  });

  test('and what was backed up starts on an empty folder, embedded, and lends from there', async () => {
    const dataDir = dataFolder();
    expect(await run('restore', [archive], { DATA_DIR: dataDir, DEMO: '0' })).toContain('Restored:');
    const restored = await untilOpen(await beginLibrary({ DATA_DIR: dataDir, DEMO: '0' }));
    try {
      const client = await reader(restored.url);
      const loans = (await client.call('GET', '/api/loans?state=active')).json['items'];
      expect(loans).toMatchObject([{ id: loan, titleId: title, state: 'active' }]);
      expect((await client.call('POST', `/api/loans/${loan}/return`)).status).toBe(200);
      expect((await readsBook(client, title)).text).toBe('%PDF-');

      // and back again, from the embedded one while it runs
      const second = join(folder, 'kedua.tar');
      expect(await run('backup', [second], { DATA_DIR: dataDir })).toContain('Written:');
      await expect(run('restore', [second], { DATA_DIR: dataDir })).rejects.toThrow(/A library runs on/);
      await expect(run('restore', [second], outside.env)).rejects.toThrow(/not empty/);
    } finally {
      await restored.stop();
      removeFolder(dataDir);
    }
  });
});
