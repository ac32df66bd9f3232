import { GetObjectCommand, PutObjectCommand, UploadPartCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { environment } from '@/lib/config/environment';
import { bucket, openClient, storageClient } from './storage';

/** How long, from which instant on: the database's time, not this machine's. */
type Validity = { readonly expiresInSeconds: number; readonly now: Date };

/** An address that gives the object to whoever holds it, from `now` (cut to the second) for `expiresInSeconds`. */
export async function presignGet(objectKey: string, { expiresInSeconds, now }: Validity): Promise<string> {
  return getSignedUrl(publicClient(), new GetObjectCommand({ Bucket: bucket(), Key: objectKey }), { expiresIn: expiresInSeconds, signingDate: now });
}

/** An address that takes one part of a multipart upload by PUT. */
export async function presignPart(objectKey: string, uploadId: string, partNumber: number, { expiresInSeconds, now }: Validity): Promise<string> {
  const command = new UploadPartCommand({ Bucket: bucket(), Key: objectKey, UploadId: uploadId, PartNumber: partNumber });
  return getSignedUrl(publicClient(), command, { expiresIn: expiresInSeconds, signingDate: now });
}

/** Addresses for a child of ours, which gets no keys: they name the storage as we reach it ourselves. */
export async function presignForChild(objectKey: string, verb: 'get' | 'put', { expiresInSeconds, now }: Validity): Promise<string> {
  const place = { Bucket: bucket(), Key: objectKey };
  return getSignedUrl(storageClient(), verb === 'get' ? new GetObjectCommand(place) : new PutObjectCommand(place), { expiresIn: expiresInSeconds, signingDate: now });
}

let client: S3Client | undefined;

/** Signs for the address that browsers reach, which may differ from the one we use ourselves. */
function publicClient(): S3Client {
  const { S3_PUBLIC_ENDPOINT, S3_ENDPOINT } = environment();
  client ??= openClient(S3_PUBLIC_ENDPOINT ?? S3_ENDPOINT);
  return client;
}
