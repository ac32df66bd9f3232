import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The command line of a live process, or null. A zombie answers `kill(pid, 0)` but has no command line any more. */
export function commandLine(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 1) return null;
  if (process.platform === 'linux') return linuxCommandLine(pid);
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Waits until `gone` says so; false when the time is over first. */
export async function waitFor(gone: () => boolean, milliseconds: number, stepMs = 50): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += stepMs) {
    if (gone()) return true;
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  return gone();
}

/** Sends a signal; a process that is gone already is what the caller wanted. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return;
  }
}

function linuxCommandLine(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    return null;
  }
}
