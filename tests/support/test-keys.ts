/** The embedded S3 server of the integration tests; every jest worker has a bucket of its own. */
export const testKeys = { accessKeyId: 'pinjam-test', secretAccessKey: 'only-for-tests', region: 'us-east-1' };

export function workerBucket(workerId: string | number): string {
  return `worker-${workerId}`;
}

export const workerBuckets = Array.from({ length: 32 }, (_, index) => workerBucket(index + 1));
