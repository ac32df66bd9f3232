import { coverWidths, type PdfCover } from '@/lib/adapters/pdf/inspect-pdf';
import { insertCover } from '@/lib/adapters/postgres/collection';
import { putObject } from '@/lib/adapters/s3/storage';

/** Puts a cover's two pictures into the storage under the hash of what they show; the same picture is stored once. */
export async function storeCover({ hash, pictures }: PdfCover): Promise<string> {
  for (const width of coverWidths) await putObject(coverKey(hash, width), Buffer.from(pictures[width]), { contentType: 'image/webp' });
  await insertCover(hash);
  return hash;
}

export function coverKey(hash: string, width: number): string {
  return `covers/${hash}-${width}.webp`;
}
