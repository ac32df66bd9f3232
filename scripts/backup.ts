// npm run backup [-- FILE]: database and files of the running library in one archive.
import { resolve } from 'node:path';
import { writeArchive } from '@/lib/adapters/backup/write-archive';
import { attachToLibrary, runScript } from './launcher/attach';

await runScript(async () => {
  attachToLibrary();
  const path = resolve(process.argv[2] ?? `pinjam-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.tar`);
  const { sizeBytes, objectCount } = await writeArchive(path);
  return `Written: ${path} (${Math.ceil(sizeBytes / 1024)} KB, ${objectCount} files).`;
});
