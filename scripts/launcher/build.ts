import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';
import { variables } from '@/lib/config/variables';
import { log } from '@/lib/log';
import { takeLock } from './lock';
import { sourceHash } from './source-hash';

export type Build = { readonly id: string; readonly distDir: string };

const lockPatienceMs = 10 * 60_000;
const buildsKept = 3;

/** The build of the sources as they are now; makes it when there is none. A server that runs keeps its own. */
export async function freshBuild(root: string, signal: AbortSignal): Promise<Build> {
  const id = sourceHash(root);
  const build = { id, distDir: `.builds/${id}` };
  if (isWhole(root, build)) return build;
  mkdirSync(join(root, '.builds'), { recursive: true });
  const lock = await takeLock(join(root, '.builds/lock'), lockPatienceMs);
  if (lock === null) throw new CannotStart('Another process has been building for ten minutes: end it and start again.');
  try {
    if (isWhole(root, build)) return build;
    await make(root, build, signal);
    forgetOld(root, build);
    return build;
  } finally {
    lock.release();
  }
}

function isWhole(root: string, build: Build): boolean {
  return existsSync(join(root, build.distDir, 'WHOLE'));
}

async function make(root: string, build: Build, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  log.info({ build: build.id }, 'building the pages; this takes about a minute after an update');
  rmSync(join(root, build.distDir), { recursive: true, force: true });
  // Next writes its folder into the file that it is given; ours stays as it is
  writeFileSync(join(root, `${build.distDir}.tsconfig.json`), JSON.stringify({ extends: '../tsconfig.json', compilerOptions: { paths: { '@/*': ['../*'] } }, include: ['../**/*.ts', '../**/*.tsx'], exclude: ['../node_modules'] }));
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutOurs(process.env), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: build.distDir, PINJAM_BUILD_ID: build.id },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-8000)));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  if (signal.aborted) throw new CannotStart('Ended while building.');
  if (code !== 0) throw new CannotStart(reasonOf(said));
  writeFileSync(join(root, build.distDir, 'WHOLE'), '');
  log.info({ build: build.id, ms: Date.now() - startedAt }, 'built');
}

function reasonOf(said: string): string {
  if (/ENOSPC|No space left/i.test(said)) return 'The pages cannot be built: the disk is full.';
  log.error({ output: said.slice(-4000) }, 'next build failed');
  const line = said.split('\n').find((text) => /error/i.test(text));
  return `The pages cannot be built: ${line?.trim() ?? 'next build failed'} (the log line above has more).`;
}

/** Nothing of one installation may be baked into a build that another one uses. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !(name in variables.shape) && name !== 'NEXTAUTH_URL')) as NodeJS.ProcessEnv;
}

function forgetOld(root: string, current: Build): void {
  const builds = join(root, '.builds');
  const ids = readdirSync(builds).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current.id);
  const newestFirst = ids.sort((a, b) => statSync(join(builds, b)).mtimeMs - statSync(join(builds, a)).mtimeMs);
  for (const id of newestFirst.slice(buildsKept - 1)) for (const path of [id, `${id}.tsconfig.json`]) rmSync(join(builds, path), { recursive: true, force: true });
}
