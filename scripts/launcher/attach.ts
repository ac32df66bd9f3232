import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';
import type { Installation } from './installation';

/** Lets a script work on the library that the environment names, or on the one that runs on DATA_DIR. */
export function attachToLibrary(): void {
  if (process.env['DATABASE_URL'] !== undefined && process.env['S3_ENDPOINT'] !== undefined) return;
  const dataDir = process.env['DATA_DIR'] ?? './data';
  const runtime = read<{ databaseUrl: string; s3Endpoint: string }>(join(dataDir, 'runtime.json'));
  const installation = read<Installation>(join(dataDir, 'installation.json'));
  process.env['DATABASE_URL'] ??= runtime.databaseUrl;
  process.env['DATA_DIR'] = dataDir;
  if (process.env['S3_ENDPOINT'] !== undefined) return;
  Object.assign(process.env, { S3_ENDPOINT: runtime.s3Endpoint, S3_ACCESS_KEY_ID: installation.s3AccessKeyId, S3_SECRET_ACCESS_KEY: installation.s3SecretAccessKey });
}

function read<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    throw new CannotStart(`No library runs on this folder (${path} is not there): start it first, or set DATA_DIR, or DATABASE_URL and S3_*.`);
  }
}

/** Runs a script and ends it with one clear line when it cannot be. */
export async function runScript(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof CannotStart ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}
