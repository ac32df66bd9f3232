import { readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type KeptBackup = { readonly path: string; readonly madeAt: Date; readonly sizeBytes: number };

/** Where nightly backups stand: DATA_DIR/backups, newest last by name. */
export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

export function listBackups(dataDir: string): KeptBackup[] {
  const folder = backupFolder(dataDir);
  try {
    return readdirSync(folder)
      .filter((name) => /^pinjam-.*\.tar$/.test(name))
      .sort()
      .map((name) => ({ path: join(folder, name), madeAt: statSync(join(folder, name)).mtime, sizeBytes: statSync(join(folder, name)).size }));
  } catch {
    return [];
  }
}

export function newestBackup(dataDir: string): KeptBackup | null {
  return listBackups(dataDir).at(-1) ?? null;
}

/** Keeps the newest `count`. */
export function forgetOldBackups(dataDir: string, count: number): number {
  const old = listBackups(dataDir).slice(0, -count);
  for (const { path } of old) rmSync(path, { force: true });
  return old.length;
}

const reserveBytes = 200 * 1024 * 1024;

/** A backup must never be what fills the disk: as much as the last one took, half as much again, and a reserve. */
export function hasRoomForBackup(dataDir: string): boolean {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize > (newestBackup(dataDir)?.sizeBytes ?? 0) * 1.5 + reserveBytes;
}
