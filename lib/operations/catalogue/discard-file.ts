import type { Upload } from '@/lib/adapters/postgres/uploads';
import { abortMultipart } from '@/lib/adapters/s3/multipart';
import { deleteObject } from '@/lib/adapters/s3/storage';

/** Throws away an upload's parts, and the file if they were joined already. */
export async function discardFile({ objectKey, s3UploadId }: Upload): Promise<void> {
  await abortMultipart(objectKey, s3UploadId);
  await deleteObject(objectKey);
}
