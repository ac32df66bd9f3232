import { randomUUID } from 'node:crypto';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { insertUpload, type Upload } from '@/lib/adapters/postgres/uploads';
import { beginMultipart } from '@/lib/adapters/s3/multipart';
import { clean } from '@/lib/domain/catalogue/file-metadata';
import { partNumbers, partSizeBytes, uploadLimitBytes } from '@/lib/domain/catalogue/upload-parts';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { addressesOf, type PartAddress } from './part-addresses';

export type BegunUpload = { readonly upload: Upload; readonly parts: readonly PartAddress[] };

/** A librarian announces a file; its parts go straight from the browser to the storage. */
export async function beginUpload(file: { fileName: string; sizeBytes: number; contentType: string }, librarianId: string): Promise<Outcome<BegunUpload>> {
  if (file.sizeBytes === 0) return refuse({ code: 'empty' });
  if (file.sizeBytes > uploadLimitBytes) return refuse({ code: 'too-large', limitBytes: uploadLimitBytes });
  const objectKey = `contents/${randomUUID()}.pdf`;
  const s3UploadId = await beginMultipart(objectKey, 'application/pdf');
  const upload = await insertUpload({ ...file, fileName: clean(file.fileName, 300), librarianId, objectKey, s3UploadId, partSizeBytes });
  return granted({ upload, parts: await addressesOf(upload, partNumbers(file.sizeBytes), await databaseNow()) });
}
