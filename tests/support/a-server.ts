import { freshBuild } from '@/scripts/launcher/build';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

export type Server = {
  readonly url: string;
  readonly process: ChildProcess;
  readonly lines: string[];
  /** SIGTERM, as the launcher ends it, or what is asked for. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

// once, so that all servers of a test are of the same sources
let build: ReturnType<typeof freshBuild> | undefined;

/**
 * A production server process on this test's own database and bucket, as the launcher runs it (scripts/serve.mjs), with
 * the build of the sources as they are. Its clockwork sweeps when `RETURN_SCHEDULE` says.
 */
export async function aServer(env: Record<string, string> = {}, { preload }: { preload?: string } = {}): Promise<Server> {
  const { distDir } = await (build ??= freshBuild(process.cwd(), new AbortController().signal));
  const port = env['PORT'] ?? String(await freePort());
  const dataDir = mkdtempSync(join(tmpdir(), 'pinjam-server-'));
  const url = `http://localhost:${port}`;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|JEST_|NODE_ENV)/.test(name)));
  const child = fork('scripts/serve.mjs', [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: preload === undefined ? [] : ['--import', `./tests/support/processes/${preload}`],
    env: { ...inherited, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, PUBLIC_URL: url, NEXTAUTH_URL: url, DATA_DIR: dataDir, DEMO: '0', NIGHTLY_BACKUP: '0', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1', RATE_LIMIT_SCALE: '100000', ...env },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => lines.push(text.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', (message: { ready?: true }) => (message.ready === true ? resolve() : reject(new Error(`the server did not start: ${JSON.stringify(message)}`))));
    void ended.then(() => reject(new Error(`the server ended: ${lines.join('').slice(-2000)}`)));
  });
  return {
    url,
    process: child,
    lines,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
