import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginLibrary, untilOpen, type Library } from '@/tests/support/the-library';

/** A second server process on the first one's PostgreSQL and bucket; who begins it stops it and removes its folder. */
export async function anotherProcess(library: Library, env: Readonly<Record<string, string>> = {}): Promise<Library> {
  return untilOpen(await beginLibrary({ ...sharedWith(library), ...env }));
}

/** What a second process is told of the first one's services. */
function sharedWith(library: Library): Record<string, string> {
  const drawn = JSON.parse(readFileSync(join(library.dataDir, 'installation.json'), 'utf8')) as { s3AccessKeyId: string; s3SecretAccessKey: string; nextauthSecret: string };
  const { databaseUrl, s3Endpoint } = library.runtime();
  return {
    DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: drawn.nextauthSecret,
    S3_ENDPOINT: s3Endpoint, S3_REGION: 'us-east-1', S3_BUCKET: 'pinjam', S3_ACCESS_KEY_ID: drawn.s3AccessKeyId, S3_SECRET_ACCESS_KEY: drawn.s3SecretAccessKey,
  };
}
