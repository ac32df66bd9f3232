import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';

/** The system account that PostgreSQL runs as when we are root; it refuses to run as root itself. */
export type Account = { readonly uid: number; readonly gid: number };

export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new CannotStart('PostgreSQL does not run as root and there is no account "postgres" or "nobody": start Pinjam as an ordinary user.');
}

/** The outermost folder on the way to `path` that `account` cannot pass, or null. */
export function barrier(path: string, account: Account): string | null {
  const folders: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    folders.unshift(at);
    if (at === dirname(at)) break;
  }
  return folders.find((folder) => !opens(folder, account)) ?? null;
}

export function mayCross(path: string, account: Account): boolean {
  return barrier(path, account) === null;
}

function opens(folder: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  return ((group === gid ? mode >> 3 : mode) & 0o001) !== 0;
}
