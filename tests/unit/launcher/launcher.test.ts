import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '@/scripts/launcher/data-dir';
import { openInstallation, writePrivately } from '@/scripts/launcher/installation';
import { takeLock } from '@/scripts/launcher/lock';
import { portProblem, requirePort } from '@/scripts/launcher/port';
import { forgetRuntime, tellRuntime } from '@/scripts/launcher/runtime';
import { sourceHash } from '@/scripts/launcher/source-hash';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinjam-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const complaint = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a data folder that cannot be used is refused in one clear line', () => {
  test.each([
    ['that is a file', (at: string) => writeFileSync(at, ''), 'is not a folder'],
    ['below a file', (at: string) => writeFileSync(at.replace(/\/data$/, ''), ''), 'a file, not a folder'],
  ])('%s', (_, prepare, why) => {
    const at = join(folder, 'x', 'data');
    if (why === 'is not a folder') mkdirSync(join(folder, 'x'));
    prepare(at);
    const said = complaint(() => openDataDir(at));
    expect(said).toContain('DATA_DIR');
    expect(said).toContain(at);
    expect(said).toContain(why);
    expect(said).not.toMatch(/\n|ENOTDIR|EEXIST/);
  });

  test('where nothing can be made', () => {
    expect(complaint(() => openDataDir('/proc/pinjam/data'))).toMatch(/^DATA_DIR \/proc\/pinjam\/data cannot be used: [^\n]+\.$/);
  });

  test('a good one is made, however deep, can be crossed by the database’s account, and is left as clean as it was', () => {
    const at = openDataDir(join(folder, 'a', 'b', 'data'));
    expect(statSync(at).isDirectory()).toBe(true);
    expect(statSync(at).mode & 0o111).toBe(0o111);
    expect(readdirSync(at)).toEqual([]);
    expect(openDataDir(at)).toBe(at);
  });

  test('a link is followed, so that one folder has one name', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(openDataDir(join(folder, 'link'))).toBe(openDataDir(join(folder, 'real')));
  });
});

describe('an address that cannot be had', () => {
  test.each([
    ['EADDRINUSE', 'Port 3000 is in use by another program: end it, or set PORT.'],
    ['EADDRNOTAVAIL', 'HOST 10.9.8.7 is not an address of this machine.'],
    ['ENOTFOUND', 'HOST 10.9.8.7 is not an address of this machine.'],
    ['EACCES', 'Port 3000 needs rights that this user does not have: set PORT to 1024 or more.'],
    ['EWEIRD', 'Nothing can listen on 10.9.8.7:3000: EWEIRD.'],
  ])('%s', (code, words) => {
    expect(portProblem(code, 3000, '10.9.8.7')).toBe(words);
  });

  const listening = (server: Server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

  test('a port that another program holds is refused after a while, and one that is given up in the meantime is taken', async () => {
    const other = createServer();
    const port = await listening(other);
    await expect(requirePort(port, '127.0.0.1', 0)).rejects.toThrow(`Port ${port} is in use`);
    const waiting = requirePort(port, '127.0.0.1', 30_000);
    other.close();
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe('one library a folder', () => {
  test('a lock is held by one, and free again when given back', async () => {
    const path = join(folder, 'lock');
    const first = await takeLock(path, 0);
    expect(first).not.toBeNull();
    expect(await takeLock(path, 0)).toBeNull();
    first?.release();
    const second = await takeLock(path, 0);
    expect(second).not.toBeNull();
    second?.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('whoever waits gets it when it is given back', async () => {
    const path = join(folder, 'lock');
    const first = await takeLock(path, 0);
    const waiting = takeLock(path, 30_000);
    first?.release();
    const second = await waiting;
    expect(second).not.toBeNull();
    second?.release();
  });

  test('the lock of a process that was killed holds nobody up, nor does one that cannot be read', async () => {
    const path = join(folder, 'lock');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv });
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    for (const left of [JSON.stringify({ pid: child.pid, startedAt: '1' }), 'nonsense', '']) {
      writeFileSync(path, left);
      const lock = await takeLock(path, 5000);
      expect({ left, isTaken: lock !== null }).toEqual({ left, isTaken: true });
      lock?.release();
    }
  });

  test('a living process that has the number of a dead one is not taken for it', async () => {
    const path = join(folder, 'lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    const lock = await takeLock(path, 5000);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  test('giving back what somebody else holds by now takes nothing from them', async () => {
    const path = join(folder, 'lock');
    const first = await takeLock(path, 0);
    const others = JSON.stringify({ pid: 1, startedAt: '1' });
    writeFileSync(path, others);
    first?.release();
    expect(readFileSync(path, 'utf8')).toBe(others);
  });
});

describe('what is drawn by lot for an installation', () => {
  const options = { host: '127.0.0.1', port: 40_000 };

  test('is drawn once, kept, and for nobody else to read', async () => {
    const first = await openInstallation(folder, options);
    const again = await openInstallation(folder, options);
    expect(again).toEqual(first);
    expect(statSync(join(folder, 'installation.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['installation.json']);
  });

  test('is another for every installation, and long enough', async () => {
    mkdirSync(join(folder, 'a'));
    mkdirSync(join(folder, 'b'));
    const [a, b] = [await openInstallation(join(folder, 'a'), options), await openInstallation(join(folder, 'b'), options)];
    for (const name of ['postgresPassword', 's3AccessKeyId', 's3SecretAccessKey', 'nextauthSecret'] as const) expect(a[name]).not.toBe(b[name]);
    for (const name of ['postgresPassword', 's3SecretAccessKey', 'nextauthSecret'] as const) expect(a[name].length).toBeGreaterThanOrEqual(32);
  });

  test('a database without the password that opens it is not given a new one: the line says what to do', async () => {
    mkdirSync(join(folder, 'postgres'));
    await expect(openInstallation(folder, options)).rejects.toThrow(/no installation\.json with its password: put that file back, or restore a backup/);
    expect(existsSync(join(folder, 'installation.json'))).toBe(false);
  });

  test('a file that was cut off is refused by its name, not overwritten', async () => {
    writeFileSync(join(folder, 'installation.json'), '{"postgresPassword":');
    await expect(openInstallation(folder, options)).rejects.toThrow(`${join(folder, 'installation.json')} cannot be read`);
    expect(readFileSync(join(folder, 'installation.json'), 'utf8')).toBe('{"postgresPassword":');
  });

  test('the port of the database changes when another program took it; the storage’s stays, since addresses name it', async () => {
    const first = await openInstallation(folder, options);
    const thief = createServer();
    await new Promise<void>((resolve) => thief.listen(first.postgresPort, '127.0.0.1', resolve));
    const second = await openInstallation(folder, options);
    thief.close();
    expect(second.postgresPort).not.toBe(first.postgresPort);
    expect({ ...second, postgresPort: 0 }).toEqual({ ...first, postgresPort: 0 });
  });

  test('a file is written whole or not at all', () => {
    const path = join(folder, 'x.json');
    writePrivately(path, { a: 1 });
    expect(() => writePrivately(path, { toJSON: () => { throw new Error('in the middle'); } })).toThrow('in the middle');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a: 1 });
  });
});

describe('where things are while the library runs', () => {
  test('is told to scripts with the process ids, to nobody else, and forgotten at the end', () => {
    tellRuntime(folder, { PUBLIC_URL: 'http://localhost:3000', PORT: '3000', DATABASE_URL: 'postgresql://x', S3_ENDPOINT: 'http://s3' }, [{ name: 'next', pid: () => 42 } as never]);
    const told = JSON.parse(readFileSync(join(folder, 'runtime.json'), 'utf8')) as object;
    expect(told).toMatchObject({ port: 3000, databaseUrl: 'postgresql://x', s3Endpoint: 'http://s3', processes: { launcher: process.pid, next: 42 } });
    expect(statSync(join(folder, 'runtime.json')).mode & 0o777).toBe(0o600);
    forgetRuntime(folder);
    forgetRuntime(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a build is named by what goes into it', () => {
  beforeEach(() => {
    for (const path of ['app', 'lib', 'public/pdfjs', 'tests']) mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, 'app/page.tsx'), 'a');
    writeFileSync(join(folder, 'package-lock.json'), '{}');
  });

  test('the same sources, the same name', () => {
    expect(sourceHash(folder)).toBe(sourceHash(folder));
    expect(sourceHash(folder)).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ['another text', 'app/page.tsx', 'b', true],
    ['a file more', 'lib/new.ts', '', true],
    ['another package', 'package-lock.json', '{"a":1}', true],
    ['a test', 'tests/x.test.ts', 'x', false],
    ['what an install copies', 'public/pdfjs/x.wasm', 'x', false],
    ['a note', 'README.md', 'x', false],
  ])('%s: %s', (_, path, text, isOther) => {
    const before = sourceHash(folder);
    writeFileSync(join(folder, path), text);
    expect(sourceHash(folder) !== before).toBe(isOther);
  });

  test('a text that moves from one file to the next is another build', () => {
    writeFileSync(join(folder, 'app/a.ts'), 'x');
    writeFileSync(join(folder, 'app/b.ts'), '');
    const before = sourceHash(folder);
    writeFileSync(join(folder, 'app/a.ts'), '');
    writeFileSync(join(folder, 'app/b.ts'), 'x');
    expect(sourceHash(folder)).not.toBe(before);
  });
});

test('a start that is refused says it in one line and stops with a failure', () => {
  const start = () => execFileSync(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], { env: { PATH: process.env['PATH'], PORT: 'http', TIME_ZONE: 'Mars/Olympus', DATA_DIR: folder } as unknown as NodeJS.ProcessEnv, stdio: 'pipe' });
  try {
    start();
    throw new Error('it started');
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    expect(status).not.toBe(0);
    expect(String(stderr).trim().split('\n')).toEqual([expect.stringMatching(/PORT must be a port number.*TIME_ZONE must be a time zone/)]);
  }
  expect(readdirSync(folder)).toEqual([]);
});
