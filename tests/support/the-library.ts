import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';

export type Library = {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What the launcher said on standard error: a refusal to start is one line of it. */
  readonly complaints: string[];
  /** Every line of its log. */
  readonly lines: string[];
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  runtime(): { port: number; databaseUrl: string; s3Endpoint: string; processes: Record<string, number> };
  stop(): Promise<void>;
};

/** A folder that the database's own account can enter, as `mkdtemp` alone would not give it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pinjam-library-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Begins the real launcher, as `npm start` does. */
export async function beginLibrary(env: Record<string, string> = {}): Promise<Library> {
  const dataDir = env['DATA_DIR'] ?? dataFolder();
  const port = env['PORT'] ?? String(await freePort());
  const cleared = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|S3_|NEXTAUTH_|PUBLIC_URL|NODE_OPTIONS|NODE_ENV|JEST_|DEMO|TIME_ZONE)/.test(name)));
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleared, RATE_LIMIT_SCALE: '1000', ...env, DATA_DIR: dataDir, PORT: port } as unknown as NodeJS.ProcessEnv,
  });
  const lines: string[] = [];
  const complaints: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    url: `http://localhost:${port}`,
    dataDir,
    process: child,
    complaints,
    lines,
    ended,
    runtime: () => JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as ReturnType<Library['runtime']>,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Waits for the line with the address. */
export async function untilOpen(library: Library): Promise<Library> {
  let over = false;
  void library.ended.then(() => (over = true));
  while (!library.lines.some((line) => line.includes('"Pinjam: http'))) {
    if (over) throw new Error(`the library did not start: ${library.complaints.join('\n')}\n${library.lines.slice(-5).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return library;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
