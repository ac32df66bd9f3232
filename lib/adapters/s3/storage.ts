import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { environment } from '@/lib/config/environment';
import { asAway, orAway, orNull } from './away';

export type StoredObject = { readonly sizeBytes: number; readonly contentType: string; readonly etag: string };

/** The private bucket. Every call throws StorageAway when the storage does not answer. */
export async function putObject(objectKey: string, body: Buffer | Readable, options: { contentType: string; sizeBytes?: number }): Promise<void> {
  const sizeBytes = options.sizeBytes ?? (Buffer.isBuffer(body) ? body.length : undefined);
  await orAway(storageClient().send(new PutObjectCommand({ Bucket: bucket(), Key: objectKey, Body: body, ContentType: options.contentType, ContentLength: sizeBytes })));
}

/** The object's bytes as a stream, or those from `firstByte` to `lastByte` (both included); null when there is none. */
export async function getObject(objectKey: string, range?: { firstByte: number; lastByte?: number }): Promise<(StoredObject & { body: Readable }) | null> {
  const Range = range === undefined ? undefined : `bytes=${range.firstByte}-${range.lastByte ?? ''}`;
  const found = await orNull(storageClient().send(new GetObjectCommand({ Bucket: bucket(), Key: objectKey, Range })));
  return found === null ? null : { ...facts(found), body: found.Body as Readable };
}

/** For small objects. */
export async function readObject(objectKey: string): Promise<Buffer | null> {
  const found = await getObject(objectKey);
  if (found === null) return null;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of found.body) chunks.push(chunk as Buffer);
  } catch (error) {
    throw asAway(error);
  }
  return Buffer.concat(chunks);
}

export async function headObject(objectKey: string): Promise<StoredObject | null> {
  const found = await orNull(storageClient().send(new HeadObjectCommand({ Bucket: bucket(), Key: objectKey })));
  return found === null ? null : facts(found);
}

/** Deleting what is not there is fine. */
export async function deleteObject(objectKey: string): Promise<void> {
  await orNull(storageClient().send(new DeleteObjectCommand({ Bucket: bucket(), Key: objectKey })));
}

export async function* listObjects(prefix = ''): AsyncGenerator<{ objectKey: string; sizeBytes: number; changedAt: Date }> {
  try {
    for await (const page of paginateListObjectsV2({ client: storageClient() }, { Bucket: bucket(), Prefix: prefix }))
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? []) yield { objectKey: Key, sizeBytes: Size, changedAt: LastModified };
  } catch (error) {
    throw asAway(error);
  }
}

/** For the health page. */
export async function isStorageReachable(): Promise<boolean> {
  return storageClient().send(new HeadBucketCommand({ Bucket: bucket() }), { abortSignal: AbortSignal.timeout(3000) }).then(
    () => true,
    () => false,
  );
}

export function bucket(): string {
  return environment().S3_BUCKET;
}

let client: S3Client | undefined;

export function storageClient(): S3Client {
  client ??= openClient(environment().S3_ENDPOINT);
  return client;
}

/** Path-style, because most S3 servers of one's own have no name for each bucket. Who says nothing for `silenceMs` is away. */
export function openClient(endpoint: string | undefined, { silenceMs = 10_000 } = {}): S3Client {
  const { S3_REGION, S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = environment();
  return new S3Client({
    endpoint,
    region: S3_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    // the defaults add checksums that servers other than AWS do not take in streamed and presigned PUTs
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, socketTimeout: silenceMs },
  });
}

function facts(found: { ContentLength?: number; ContentType?: string; ETag?: string }): StoredObject {
  return { sizeBytes: found.ContentLength ?? 0, contentType: found.ContentType ?? 'application/octet-stream', etag: (found.ETag ?? '').replaceAll('"', '') };
}
