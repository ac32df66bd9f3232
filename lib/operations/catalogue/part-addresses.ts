import type { Upload } from '@/lib/adapters/postgres/uploads';
import { presignPart } from '@/lib/adapters/s3/presign';

export type PartAddress = { readonly number: number; readonly url: string };

const hourInSeconds = 3600;

/** Where the browser PUTs each part; an address lives an hour and takes nothing but its part. */
export async function addressesOf(upload: Upload, numbers: readonly number[], now: Date): Promise<readonly PartAddress[]> {
  return Promise.all(numbers.map(async (number) => ({ number, url: await presignPart(upload.objectKey, upload.s3UploadId, number, { expiresInSeconds: hourInSeconds, now }) })));
}
