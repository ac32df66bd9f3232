import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { CannotStart } from '@/lib/config/cannot-start';
import { log } from '@/lib/log';
import { barrier, databaseAccount, type Account } from './account';
import { postgresBinaries, type Binaries } from './binaries';
import { freshCluster } from './cluster';
import { commandLine, signal, waitFor } from './processes';

export type EmbeddedPostgres = {
  readonly url: string;
  readonly pid: number;
  /** Settles when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

type Place = { readonly folder: string; readonly account: Account | null; readonly binaries: Binaries };

/**
 * Starts PostgreSQL on `dataDir`/postgres, making the cluster and the database `pinjam` on the first start. Whatever a power
 * cut or a kill left behind is cleared up here; postmaster.pid is never deleted, PostgreSQL judges it itself.
 */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  /** Tests trade safety for speed. */
  unsafeButFast?: boolean;
}): Promise<EmbeddedPostgres> {
  const place = prepare(options.dataDir);
  if (!existsSync(place.folder)) await freshCluster(place, options.password, options.unsafeButFast !== true);
  refuseOtherVersion(place);
  await endOrphan(place.folder);
  const child = await runWithPatience(place, options);
  const url = `postgresql://pinjam:${options.password}@127.0.0.1:${options.port}/pinjam`;
  await makeDatabase(options);
  return { url, pid: child.pid ?? 0, ended: new Promise((resolve) => child.once('exit', () => resolve())), stop: () => stop(child) };
}

function prepare(dataDir: string): Place {
  const account = databaseAccount();
  mkdirSync(dataDir, { recursive: true });
  // others may pass through to a folder that is theirs, not look around
  if (account !== null) chmodSync(dataDir, 0o711);
  const real = realpathSync(dataDir);
  const wall = account === null ? null : barrier(real, account);
  if (wall !== null)
    throw new CannotStart(`DATA_DIR ${real}: PostgreSQL does not run as root, and its own account cannot pass ${wall}. Try DATA_DIR=/var/lib/pinjam, or start as an ordinary user.`);
  return { folder: join(real, 'postgres'), account, binaries: postgresBinaries(real, account) };
}

function refuseOtherVersion({ folder, binaries }: Place): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (found !== ours)
    throw new CannotStart(`The data in ${dirname(folder)} was written by PostgreSQL ${found}, this Pinjam brings ${ours}: restore a backup into an empty DATA_DIR, or start the Pinjam that wrote it.`);
}

/** A server that outlived its launcher (kill -9) still holds the folder: it is ours to end. */
async function endOrphan(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  const isOurs = () => pid !== null && (commandLine(pid)?.includes(folder) ?? false);
  if (pid === null || !isOurs()) return;
  log.warn({ postgresPid: pid }, 'ending a database server that outlived its launcher');
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name);
    if (await waitFor(() => !isOurs(), 10_000)) return;
  }
}

function postmasterPid(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

const patienceMs = 30_000;

/** After a kill -9 of everything the first tries may find a zombie's lock file or memory still in use. */
async function runWithPatience(place: Place, options: { port: number; password: string; unsafeButFast?: boolean }): Promise<ChildProcess> {
  for (const startedAt = Date.now(); ; ) {
    const said: string[] = [];
    const child = run(place, options, said);
    const ready = await becomesReady(child, options);
    if (ready) return child;
    const reason = said.findLast((line) => /FATAL|could not|No space/.test(line)) ?? said.at(-1) ?? 'no reason given';
    const passing = /lock file|shared memory|starting up|in use/i.test(reason) && !/Address already in use/i.test(said.join(' '));
    if (!passing || Date.now() - startedAt > patienceMs) throw new CannotStart(`PostgreSQL does not start: ${reason.replace(/^.*?(FATAL|PANIC|LOG):\s*/, '')}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const safeSettings = ['wal_compression=on'];
const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
// Statements and details carry what people typed: names must not reach the log.
const quietSettings = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_min_messages=log', 'log_checkpoints=off'];

function run({ folder, account, binaries }: Place, options: { port: number; unsafeButFast?: boolean }, said: string[]): ChildProcess {
  const settings = [`port=${options.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', ...quietSettings];
  settings.push(...(options.unsafeButFast === true ? fastSettings : safeSettings));
  const child = spawn(binaries.postgres, ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...(account ?? {}),
    // its own process group: Ctrl-C in a terminal reaches the launcher, which ends the database last
    detached: true,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.once('error', (error) => said.push(error.message));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = text.split('\n').filter((line) => line !== '');
    said.push(...lines);
    said.splice(0, said.length - 20);
    for (const line of lines) log.debug({ from: 'postgres' }, line);
  });
  return child;
}

async function becomesReady(child: ChildProcess, options: { port: number; password: string }): Promise<boolean> {
  let over = false;
  child.once('close', () => (over = true)).once('error', () => (over = true));
  while (!over) {
    const client = connection(options, 'postgres');
    const reached = await client.connect().then(() => true, () => false);
    await client.end().catch(() => undefined);
    if (reached) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function makeDatabase(options: { port: number; password: string }): Promise<void> {
  const client = connection(options, 'postgres');
  await client.connect();
  const found = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'pinjam'`);
  if (found.rowCount === 0) await client.query('CREATE DATABASE pinjam');
  await client.end();
}

function connection({ port, password }: { port: number; password: string }, database: string): pg.Client {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'pinjam', password, database, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  return client;
}

async function stop(child: ChildProcess): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  // fast shutdown: open transactions roll back, everything is on disk afterwards
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isOver()) return;
    child.kill(name);
    await waitFor(isOver, 10_000, 20);
  }
}
