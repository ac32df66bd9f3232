import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type EmbeddedPostgres } from '@/lib/adapters/embedded/postgres';
import { serveS3, type EmbeddedS3 } from '@/lib/adapters/embedded/s3';
import { migrate } from '@/lib/adapters/postgres/migrate';
import { freePort } from './free-port';
import { testKeys, workerBuckets } from './test-keys';

declare global {
  var pinjamTestServices: { postgres: EmbeddedPostgres; s3: EmbeddedS3; dataDir: string } | undefined;
}

/** One real PostgreSQL (without fsync) with a migrated template, one real guarded S3 server, for all integration tests. */
export async function setUpServices(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pinjam-integration-'));
  chmodSync(dataDir, 0o711);
  const [postgres, s3] = await Promise.all([
    startPostgres({ dataDir, port: await freePort(), password: 'test', unsafeButFast: true }),
    serveS3({ directory: join(dataDir, 's3'), host: '127.0.0.1', port: 0, buckets: workerBuckets, keys: testKeys, origins: ['http://localhost:3000'] }),
  ]);
  globalThis.pinjamTestServices = { postgres, s3, dataDir };
  process.env['PINJAM_TEST_POSTGRES'] = postgres.url;
  process.env['PINJAM_TEST_S3'] = `http://127.0.0.1:${s3.port}`;
  await makeTemplate(postgres.url);
}

async function makeTemplate(url: string): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query('CREATE DATABASE template_pinjam');
  await server.end();
  await migrate(url.replace(/pinjam$/, 'template_pinjam'));
}
