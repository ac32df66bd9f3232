import { join } from 'node:path';
import { backupFolder, forgetOldBackups } from '@/lib/adapters/backup/shelf';
import { writeArchive } from '@/lib/adapters/backup/write-archive';
import { environment } from '@/lib/config/environment';

const nightsKept = 7;

/** The nightly task: one archive of everything in DATA_DIR/backups, the newest seven kept. */
export async function keepNightlyBackup(): Promise<{ readonly sizeBytes: number; readonly objectCount: number; readonly forgottenCount: number }> {
  const { DATA_DIR } = environment();
  const name = `pinjam-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.tar`;
  const written = await writeArchive(join(backupFolder(DATA_DIR), name));
  // only after a new one is whole
  return { ...written, forgottenCount: forgetOldBackups(DATA_DIR, nightsKept) };
}
