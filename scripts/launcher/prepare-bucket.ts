import { CreateBucketCommand, HeadBucketCommand, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { bucket, storageClient } from '@/lib/adapters/s3/storage';
import { log } from '@/lib/log';

/** Makes the bucket and lets our pages' scripts read from it. A storage that is away or does not allow this is only warned of. */
export async function prepareBucket(publicUrl: string): Promise<void> {
  const Bucket = bucket();
  try {
    await storageClient().send(new HeadBucketCommand({ Bucket })).catch(() => storageClient().send(new CreateBucketCommand({ Bucket })));
    const rule = { AllowedOrigins: [new URL(publicUrl).origin], AllowedMethods: ['GET', 'HEAD', 'PUT'], AllowedHeaders: ['*'], ExposeHeaders: ['ETag', 'Content-Range', 'Content-Length', 'Accept-Ranges'], MaxAgeSeconds: 7200 };
    await storageClient().send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
  } catch (error) {
    log.warn({ bucket: Bucket, reason: (error as Error).name }, 'the bucket could not be prepared: see docs/operating.md for its CORS rules');
  }
}
