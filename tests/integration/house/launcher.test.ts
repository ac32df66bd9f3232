import { createServer } from 'node:http';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { eventually } from '../../support/eventually';
import { freePort } from '../../support/free-port';
import { beginLibrary, dataFolder, removeFolder, untilOpen, type Library } from '../../support/the-library';

// the first start builds the pages, on a machine that may have other work
jest.setTimeout(600_000);

async function isLive(library: Library): Promise<boolean> {
  return fetch(`${library.url}/api/health/live`).then((answer) => answer.ok, () => false);
}

async function isHealthy(library: Library): Promise<boolean> {
  return fetch(`${library.url}/api/health`).then((answer) => answer.ok, () => false);
}

describe('what cannot be is said in one line', () => {
  async function refusal(env: Record<string, string>): Promise<string> {
    const library = await beginLibrary(env);
    expect(await library.ended).toBe(1);
    expect(library.complaints).toHaveLength(1);
    if (env['DATA_DIR'] === undefined) removeFolder(library.dataDir);
    return library.complaints[0] ?? '';
  }

  test('all bad variables at once', async () => {
    const line = await refusal({ PORT: 'many', TIME_ZONE: 'Nowhere', DATABASE_URL: 'mysql://user:hunter2@db' });
    for (const name of ['PORT', 'TIME_ZONE', 'DATABASE_URL']) expect(line).toContain(name);
    expect(line).not.toContain('hunter2');
  });

  test('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = String((await eventually(() => other.address() as { port: number } | null)).port);
    expect(await refusal({ PORT: port })).toContain(`Port ${port} is in use`);
    other.close();
  });

  test.each([
    ['a file', '/etc/hostname', 'not a folder'],
    ['a place where nothing can be made', '/proc/pinjam', 'cannot be made'],
  ])('a data folder that is %s', async (_what, path, reason) => {
    expect(await refusal({ DATA_DIR: path })).toContain(reason);
  });

  test('data of another PostgreSQL', async () => {
    const dataDir = dataFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '14\n');
    writeFileSync(join(dataDir, 'installation.json'), JSON.stringify({ postgresPassword: 'x', postgresPort: await freePort(), s3AccessKeyId: 'k', s3SecretAccessKey: 's', s3Port: await freePort(), nextauthSecret: 'n' }));
    expect(await refusal({ DATA_DIR: dataDir, DEMO: '0' })).toContain('PostgreSQL 14');
    removeFolder(dataDir);
  });
});

describe('a running library', () => {
  let library: Library;
  let dataDir = '';
  let second: { readonly library: Library; readonly tookMs: Promise<number> };

  beforeAll(async () => {
    library = await beginLibrary({ DEMO: '0' });
    ({ dataDir } = library);
    await untilOpen(library);
    // it waits a third of a minute for one that may be ending: meanwhile the tests go on
    const startedAt = Date.now();
    const begun = await beginLibrary({ DATA_DIR: dataDir });
    second = { library: begun, tookMs: begun.ended.then(() => Date.now() - startedAt) };
  });

  afterAll(async () => {
    await library.stop();
    removeFolder(dataDir);
  });

  test('is healthy, and tells where it is to its owner only', async () => {
    await eventually(() => isHealthy(library), { withinMs: 20_000 });
    const { port, databaseUrl, s3Endpoint, processes } = library.runtime();
    expect(library.url).toContain(String(port));
    expect(databaseUrl).toMatch(/^postgresql:/);
    expect(s3Endpoint).toMatch(/^http:/);
    expect(Object.keys(processes).sort()).toEqual(['launcher', 'next', 'postgres', 's3']);
    for (const file of ['runtime.json', 'installation.json']) expect(statSync(join(library.dataDir, file)).mode & 0o777).toBe(0o600);
  });

  test('writes JSON lines without its secrets', () => {
    const secrets = Object.values(JSON.parse(readFileSync(join(library.dataDir, 'installation.json'), 'utf8')) as object).filter((value) => typeof value === 'string');
    for (const line of library.lines) {
      expect(() => JSON.parse(line) as object).not.toThrow();
      for (const secret of secrets) expect(line).not.toContain(secret);
    }
  });

  test.each(['next', 's3', 'postgres'])('starts %s again within ten seconds when it dies', async (name) => {
    const before = library.runtime().processes[name] ?? 0;
    process.kill(before, 'SIGKILL');
    await eventually(() => library.runtime().processes[name] !== before, { withinMs: 20_000 });
    await eventually(() => isHealthy(library), { withinMs: 20_000 });
  });

  test('keeps a second one away from its folder', async () => {
    expect(await second.library.ended).toBe(1);
    expect(second.library.complaints.join()).toContain('already running');
    expect(await second.tookMs).toBeGreaterThan(15_000);
    expect(await isLive(library)).toBe(true);
  });

  test('comes back after a kill of everything, with what it had', async () => {
    const { processes } = library.runtime();
    const secrets = readFileSync(join(library.dataDir, 'installation.json'), 'utf8');
    for (const pid of [processes['launcher'], processes['postgres'], processes['s3'], processes['next']]) process.kill(pid ?? 0, 'SIGKILL');
    await library.ended;
    library = await untilOpen(await beginLibrary({ DATA_DIR: library.dataDir, DEMO: '0' }));
    await eventually(() => isHealthy(library), { withinMs: 20_000 });
    expect(JSON.parse(readFileSync(join(library.dataDir, 'installation.json'), 'utf8'))).toMatchObject({ s3Port: (JSON.parse(secrets) as { s3Port: number }).s3Port });
  });

  test('comes back after a kill of the launcher alone, and ends cleanly', async () => {
    process.kill(library.runtime().processes['launcher'] ?? 0, 'SIGKILL');
    await library.ended;
    library = await untilOpen(await beginLibrary({ DATA_DIR: library.dataDir, DEMO: '0' }));
    library.process.kill('SIGINT');
    expect(await library.ended).toBe(0);
    expect(await isLive(library)).toBe(false);
    library = await untilOpen(await beginLibrary({ DATA_DIR: library.dataDir, DEMO: '0' }));
  });
});
