import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from '@/lib/config/cannot-start';

const megabyte = 1024 * 1024;
const needed = { fresh: 200 * megabyte, restart: 40 * megabyte };

/** Makes sure that the data folder exists, is ours to write, and has room; one clear line otherwise. */
export function openDataDir(given: string): string {
  const path = resolve(given);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new CannotStart(`DATA_DIR ${path} is not a folder.`);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(path);
    const isFresh = statSync(join(path, 'postgres'), { throwIfNoEntry: false }) === undefined;
    const freeBytes = bavail * bsize;
    const neededBytes = isFresh ? needed.fresh : needed.restart;
    if (freeBytes < neededBytes) throw new CannotStart(`The disk of DATA_DIR ${path} is full: ${Math.floor(freeBytes / megabyte)} MB free, ${neededBytes / megabyte} MB needed.`);
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return realpathSync(path);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`DATA_DIR ${path} cannot be used: ${why(error as NodeJS.ErrnoException)}.`);
  }
}

/** Node's own recursive mkdir never comes back from a place like /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o711 });
}

function why(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EEXIST: 'it is a file, not a folder',
    ENOTDIR: 'a part of its path is a file, not a folder',
    ENOENT: 'it cannot be made',
  };
  return known[error.code ?? ''] ?? error.message;
}
