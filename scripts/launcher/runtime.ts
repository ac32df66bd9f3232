import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, signal, waitFor } from '@/lib/adapters/embedded/processes';
import { log } from '@/lib/log';
import { writePrivately } from './installation';
import type { Supervised } from './supervise';

/** runtime.json tells scripts, tests and the operator where things are while the library runs. */
export function tellRuntime(dataDir: string, env: Record<string, string>, services: readonly Supervised[]): void {
  const processes = Object.fromEntries(services.map((service) => [service.name, service.pid()]));
  writePrivately(join(dataDir, 'runtime.json'), {
    url: env['PUBLIC_URL'],
    port: Number(env['PORT']),
    databaseUrl: env['DATABASE_URL'],
    s3Endpoint: env['S3_ENDPOINT'],
    s3PublicEndpoint: env['S3_PUBLIC_ENDPOINT'],
    processes: { launcher: process.pid, ...processes },
  });
}

export function forgetRuntime(dataDir: string): void {
  rmSync(join(dataDir, 'runtime.json'), { force: true });
}

/** Ends the servers of a launcher that was killed, should they still hold their ports. */
export async function endLeftovers(dataDir: string): Promise<void> {
  const left = Object.values(processesOf(dataDir)).filter((pid) => isOurs(pid));
  for (const pid of left) {
    log.warn({ pid }, 'ending a process that outlived its launcher');
    signal(pid, 'SIGKILL');
  }
  await waitFor(() => !left.some(isOurs), 3000);
}

function isOurs(pid: number): boolean {
  return pid !== process.pid && /scripts\/(serve\.mjs|embedded-s3\.ts)/.test(commandLine(pid) ?? '');
}

function processesOf(dataDir: string): Record<string, number> {
  try {
    return (JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as { processes?: Record<string, number> }).processes ?? {};
  } catch {
    return {};
  }
}
