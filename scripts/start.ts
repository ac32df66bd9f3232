// npm start: the launcher. Says what cannot be in one line; starts what is missing; keeps everything running until it is told to end.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '@/lib/adapters/postgres/migrate';
import { CannotStart } from '@/lib/config/cannot-start';
import { forgetEnvironment } from '@/lib/config/environment';
import { readLaunch, type Launch } from '@/lib/config/launch';
import { log } from '@/lib/log';
import { freshBuild } from './launcher/build';
import { openDataDir } from './launcher/data-dir';
import { openInstallation } from './launcher/installation';
import { takeLock, type Lock } from './launcher/lock';
import { requireDatabase } from './launcher/require-database';
import { requirePort } from './launcher/port';
import { endLeftovers, forgetRuntime, tellRuntime } from './launcher/runtime';
import { postgresService, serverEnvironment, storageService, webService } from './launcher/services';
import { supervise, type Supervised } from './launcher/supervise';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const otherLauncherPatienceMs = 20_000;
const startMayTakeMs = 10_000;
const ending = new AbortController();
const services: Supervised[] = [];
let lock: Lock | null = null;
let dataDir: string | null = null;
let ended: Promise<void> | undefined;

process.chdir(root);
// whoever read our lines may be gone; the library goes on
process.stdout.on('error', () => undefined);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
ending.signal.addEventListener('abort', () => void end(0));

const starting = start();
try {
  await starting;
} catch (error) {
  if (!ending.signal.aborted) await fail(error);
}

async function start(): Promise<void> {
  const startedAt = Date.now();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const launch = readLaunch(process.env);
  const { PORT, HOST } = launch.variables;
  const isSelfContained = launch.isDatabaseEmbedded || launch.isStorageEmbedded;
  // with everything outside, any number of processes share nothing on this disk
  if (isSelfContained) dataDir = await occupy(launch.variables.DATA_DIR);
  await requirePort(PORT, HOST);
  const installation = dataDir === null ? null : await openInstallation(dataDir, { host: HOST, port: PORT });
  const env = serverEnvironment(launch, dataDir ?? launch.variables.DATA_DIR, installation);
  Object.assign(process.env, env);
  forgetEnvironment();

  const building = freshBuild(root, ending.signal);
  building.catch(() => undefined);
  const tell = () => dataDir !== null && !ending.signal.aborted && tellRuntime(dataDir, env, services);
  const keep = async (name: string, service: Parameters<typeof supervise>[1]) => {
    ending.signal.throwIfAborted();
    services.push(await supervise(name, service, tell));
    ending.signal.throwIfAborted();
  };
  if (dataDir !== null && installation !== null)
    await Promise.all([
      launch.isDatabaseEmbedded && keep('postgres', postgresService(dataDir, installation)),
      launch.isStorageEmbedded && keep('s3', storageService(root, launch, dataDir, installation)),
    ]);
  await prepareData(launch);
  const { distDir } = await building;
  await keep('next', webService(root, env, distDir));
  tell();
  announce(launch, Date.now() - startedAt);
}

/** One launcher a data folder; one that is just ending is waited for. */
async function occupy(given: string): Promise<string> {
  const folder = openDataDir(given);
  lock = await takeLock(join(folder, 'launcher.lock'), otherLauncherPatienceMs);
  if (lock === null) throw new CannotStart(`Pinjam is already running on ${folder}: end it, or set DATA_DIR to another folder.`);
  await endLeftovers(folder);
  return folder;
}

async function prepareData(launch: Launch): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? '';
  if (!launch.isDatabaseEmbedded) await requireDatabase(url);
  if (launch.migrate) await migrate(url, join(root, 'prisma/migrations'));
  // loading the S3 client takes a second that most starts need not spend
  if (!launch.isStorageEmbedded) await (await import('./launcher/prepare-bucket')).prepareBucket(launch.publicUrl);
  ending.signal.throwIfAborted();
  if (launch.demo) await (await import('./demo')).loadDemonstration();
}

function announce(launch: Launch, ms: number): void {
  log.info({ url: launch.publicUrl, ms }, `Pinjam: ${launch.publicUrl}`);
  if (process.stdout.isTTY) process.stdout.write(`\n  Pinjam: ${launch.publicUrl}\n\n`);
}

async function fail(error: unknown): Promise<void> {
  if (!(error instanceof CannotStart)) log.error({ err: error }, 'unexpected');
  process.stderr.write(`Pinjam cannot start: ${(error as Error).message.replaceAll('\n', ' ')}\n`);
  const gone = end(1);
  ending.abort(error);
  await gone;
}

/** Last started, first ended: the database goes when nobody writes any more. */
function end(code: number): Promise<void> {
  ended ??= (async () => {
    // what is just being started must be there to be stopped
    await Promise.race([starting.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, startMayTakeMs))]);
    for (const service of services.reverse()) await service.stop();
    if (dataDir !== null && lock !== null) forgetRuntime(dataDir);
    lock?.release();
    if (code === 0) log.info('ended');
    process.exit(code);
  })();
  return ended;
}
