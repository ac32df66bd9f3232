import { join } from 'node:path';
import { backupFolder, forgetOldBackups, hasRoomForBackup } from '@/lib/adapters/backup/shelf';
import { writeArchive } from '@/lib/adapters/backup/write-archive';
import { environment } from '@/lib/config/environment';

const nightsKept = 7;

/** The nightly task: one archive of everything in DATA_DIR/backups, the newest seven kept. */
export async function keepNightlyBackup(): Promise<object> {
  const { DATA_DIR, NIGHTLY_BACKUP } = environment();
  if (NIGHTLY_BACKUP === '0') return { skipped: true };
  if (!hasRoomForBackup(DATA_DIR)) throw new Error('no room for a nightly backup');
  const name = `pinjam-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.tar`;
  const written = await writeArchive(join(backupFolder(DATA_DIR), name));
  // only after a new one is whole
  return { ...written, forgottenCount: forgetOldBackups(DATA_DIR, nightsKept) };
}
