import { AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateMultipartUploadCommand, paginateListParts, type S3Client } from '@aws-sdk/client-s3';
import { environment } from '@/lib/config/environment';
import { asAway, orAway, orNull } from './away';
import { bucket, openClient, storageClient } from './storage';

export type Part = { readonly number: number; readonly etag: string };

/** Begins an upload in parts and answers its id; addresses for the parts come from presignPart. */
export async function beginMultipart(objectKey: string, contentType: string): Promise<string> {
  const begun = await orAway(storageClient().send(new CreateMultipartUploadCommand({ Bucket: bucket(), Key: objectKey, ContentType: contentType })));
  if (begun.UploadId === undefined) throw new Error('S3 answered no upload id');
  return begun.UploadId;
}

/** Joins the parts into the object. Null: no such upload (completed before, or aborted). */
export async function completeMultipart(objectKey: string, uploadId: string, parts: readonly Part[]): Promise<{ etag: string } | null> {
  const Parts = [...parts].sort((a, b) => a.number - b.number).map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
  const done = await orNull(joiningClient().send(new CompleteMultipartUploadCommand({ Bucket: bucket(), Key: objectKey, UploadId: uploadId, MultipartUpload: { Parts } })));
  return done === null ? null : { etag: (done.ETag ?? '').replaceAll('"', '') };
}

let joining: S3Client | undefined;

/** A storage says nothing while it joins the parts: half a gigabyte takes the embedded one six seconds, and larger files more. */
function joiningClient(): S3Client {
  joining ??= openClient(environment().S3_ENDPOINT, { silenceMs: 60_000 });
  return joining;
}

/** Throws away what has arrived; aborting twice is fine. */
export async function abortMultipart(objectKey: string, uploadId: string): Promise<void> {
  await orNull(storageClient().send(new AbortMultipartUploadCommand({ Bucket: bucket(), Key: objectKey, UploadId: uploadId })));
}

/** The parts that have arrived, as the storage itself says; null: no such upload. */
export async function listParts(objectKey: string, uploadId: string): Promise<readonly (Part & { sizeBytes: number })[] | null> {
  const parts: (Part & { sizeBytes: number })[] = [];
  try {
    for await (const page of paginateListParts({ client: storageClient() }, { Bucket: bucket(), Key: objectKey, UploadId: uploadId }))
      for (const { PartNumber = 0, ETag = '', Size = 0 } of page.Parts ?? []) parts.push({ number: PartNumber, etag: ETag.replaceAll('"', ''), sizeBytes: Size });
    return parts;
  } catch (error) {
    if ((error as { name?: string }).name === 'NoSuchUpload') return null;
    throw asAway(error);
  }
}
