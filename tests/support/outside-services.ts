import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { startPostgres, type EmbeddedPostgres } from '@/lib/adapters/embedded/postgres';
import { serveS3 } from '@/lib/adapters/embedded/s3';
import { ApiClient } from './api-client';
import { freePort } from './free-port';
import { aLineTo, type TcpLine } from './tcp-line';
import { testKeys } from './test-keys';
import { dataFolder, removeFolder } from './the-library';

export type OutsideServices = {
  /** What a library is told: both are reached through lines that a test can cut. */
  readonly env: Record<string, string>;
  readonly database: TcpLine;
  readonly storage: TcpLine;
  /** The database itself, past the line. */
  readonly databaseUrl: string;
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  stop(): Promise<void>;
};

const password = 'only-for-tests';

/** PostgreSQL and S3 of one's own, as a library finds them that was given DATABASE_URL and S3_*. */
export async function outsideServices(): Promise<OutsideServices> {
  const folder = dataFolder();
  const port = await freePort();
  const start = () => startPostgres({ dataDir: folder, port, password });
  let postgres: EmbeddedPostgres | null = await start();
  const s3 = await serveS3({ directory: join(folder, 's3'), host: '127.0.0.1', port: 0, buckets: ['outside'], keys: testKeys, origins: [] });
  const [database, storage] = [await aLineTo(port), await aLineTo(s3.port)];
  const { url: databaseUrl } = postgres;
  return {
    env: {
      DATABASE_URL: databaseUrl.replace(`:${port}/`, `:${database.port}/`),
      S3_ENDPOINT: `http://127.0.0.1:${storage.port}`,
      S3_PUBLIC_ENDPOINT: `http://127.0.0.1:${storage.port}`,
      S3_BUCKET: 'outside',
      S3_REGION: testKeys.region,
      S3_ACCESS_KEY_ID: testKeys.accessKeyId,
      S3_SECRET_ACCESS_KEY: testKeys.secretAccessKey,
      NEXTAUTH_SECRET: 'only-for-tests',
    },
    database,
    storage,
    databaseUrl,
    killPostgres: async () => {
      if (postgres === null) return;
      process.kill(postgres.pid, 'SIGKILL');
      await postgres.ended;
      postgres = null;
    },
    startPostgres: async () => void (postgres ??= await start()),
    stop: async () => {
      await Promise.all([database.close(), storage.close()]);
      await Promise.all([postgres?.stop(), s3.stop()]);
      removeFolder(folder);
    },
  };
}

/** An admin made by the operator's script, logged in. */
export async function anAdmin(databaseUrl: string, url: string): Promise<ApiClient> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS')) as NodeJS.ProcessEnv;
  const words = ['--email', 'admin@uji.example', '--password', 'tujuh-perahu-kayu'];
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/admin-create.ts', ...words], { env: { ...env, DATABASE_URL: databaseUrl } });
  return ApiClient.loggedIn('admin@uji.example', 'tujuh-perahu-kayu', url);
}
