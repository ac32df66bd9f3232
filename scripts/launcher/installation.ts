import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';

/** What was drawn by lot for this installation on its first start, and its ports. */
export type Installation = {
  readonly postgresPassword: string;
  readonly postgresPort: number;
  readonly s3AccessKeyId: string;
  readonly s3SecretAccessKey: string;
  readonly s3Port: number;
  readonly nextauthSecret: string;
};

/** Reads installation.json (mode 0600) or draws a new one. The S3 port is kept: addresses and firewalls name it. */
export async function openInstallation(dataDir: string, options: { host: string; port: number }): Promise<Installation> {
  const path = join(dataDir, 'installation.json');
  const stored = existsSync(path) ? read(path) : await draw(dataDir, options);
  // nobody outside knows the database's port: a new one is fine when another program took it
  const installation = (await isFree(stored.postgresPort, '127.0.0.1')) ? stored : { ...stored, postgresPort: await freePort('127.0.0.1') };
  writePrivately(path, installation);
  return installation;
}

/** Writes JSON that only this user can read, whole or not at all. */
export function writePrivately(path: string, content: unknown): void {
  const file = openSync(`${path}.part`, 'w', 0o600);
  writeSync(file, `${JSON.stringify(content, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.part`, path);
}

async function draw(dataDir: string, { host, port }: { host: string; port: number }): Promise<Installation> {
  if (existsSync(join(dataDir, 'postgres'))) throw new CannotStart(`${dataDir} holds a database but no installation.json with its password: put that file back, or restore a backup into an empty DATA_DIR.`);
  return {
    postgresPassword: randomBytes(24).toString('base64url'),
    postgresPort: await freePort('127.0.0.1'),
    s3AccessKeyId: `pinjam-${randomBytes(6).toString('hex')}`,
    s3SecretAccessKey: randomBytes(30).toString('base64url'),
    s3Port: port < 65535 && (await isFree(port + 1, host)) ? port + 1 : await freePort(host),
    nextauthSecret: randomBytes(32).toString('base64url'),
  };
}

function read(path: string): Installation {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Installation;
  } catch (error) {
    throw new CannotStart(`${path} cannot be read: ${(error as Error).message}`);
  }
}

async function freePort(host: string): Promise<number> {
  return (await probe(0, host)) ?? 0;
}

export async function isFree(port: number, host: string): Promise<boolean> {
  return (await probe(port, host)) !== null;
}

async function probe(port: number, host: string): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
