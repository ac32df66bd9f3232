import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { CannotStart } from '@/lib/config/cannot-start';
import type { Account } from './account';
import type { Binaries } from './binaries';

type Place = { readonly folder: string; readonly account: Account | null; readonly binaries: Binaries };

/**
 * Runs initdb beside the final place and moves it there when whole, so that a power cut leaves no half cluster. Text compares
 * by code point (builtin C.UTF-8): the same on every machine, and no library update can change it under an index.
 */
export async function freshCluster(place: Place, password: string, sync: boolean): Promise<void> {
  const unfinished = `${place.folder}-unfinished`;
  const passwordFile = join(tmpdir(), `pinjam-${randomUUID()}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account !== null) for (const path of [unfinished, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  try {
    await initdb({ ...place, folder: unfinished }, passwordFile, sync);
  } finally {
    rmSync(passwordFile);
  }
  renameSync(unfinished, place.folder);
}

async function initdb(place: Place, passwordFile: string, sync: boolean): Promise<void> {
  const flags = ['--username=pinjam', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (!sync) flags.push('--no-sync');
  const child = spawn(place.binaries.initdb, [`--pgdata=${place.folder}`, ...flags], {
    ...(place.account ?? {}),
    cwd: place.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => resolve((said += error.message, -1)));
    child.once('close', resolve);
  });
  if (code === 0) return;
  const reason = said.split('\n').findLast((line) => /error|FATAL|could not|No space|denied/i.test(line)) ?? said.trim();
  throw new CannotStart(`The database cannot be set up in ${place.folder}: ${reason.replace(/^initdb: (error: )?/, '')}`);
}
