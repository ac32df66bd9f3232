import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { commandLine, waitFor } from '@/lib/adapters/embedded/processes';

export type Lock = { release(): void };
type Holder = { readonly pid: number; readonly startedAt: string };

/**
 * Takes a lock file for this process, waiting for a live holder up to `patienceMs`; null when it is still held then. A holder
 * that was killed is recognised by its process id together with the instant that process began.
 */
export async function takeLock(path: string, patienceMs: number): Promise<Lock | null> {
  const mine: Holder = { pid: process.pid, startedAt: beganAt(process.pid) };
  const proposal = `${path}.${process.pid}`;
  writeFileSync(proposal, JSON.stringify(mine), { mode: 0o600 });
  try {
    const taken = await waitFor(() => tryOnce(path, proposal), patienceMs, 100);
    return taken ? { release: () => releaseOwn(path, mine) } : null;
  } finally {
    rmSync(proposal, { force: true });
  }
}

/** A hard link appears at once and only once: whoever makes it has the lock. */
function tryOnce(path: string, proposal: string): boolean {
  try {
    linkSync(proposal, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = read(path);
  if (holder !== null && isAlive(holder)) return false;
  // aside, not away: somebody else may have cleared it and taken the lock in between
  const aside = `${proposal}.stale`;
  try {
    renameSync(path, aside);
    const moved = read(aside);
    if (moved !== null && isAlive(moved)) linkSync(aside, path);
  } catch {
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
  return false;
}

function releaseOwn(path: string, mine: Holder): void {
  const holder = read(path);
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(path, { force: true });
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  return commandLine(holder.pid) !== null && beganAt(holder.pid) === holder.startedAt;
}

/** Linux counts a process's beginning in ticks since boot; elsewhere the command line must do. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return commandLine(pid) ?? '';
  }
}
