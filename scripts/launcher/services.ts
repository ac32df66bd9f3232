import { join } from 'node:path';
import { startPostgres } from '@/lib/adapters/embedded/postgres';
import type { Launch } from '@/lib/config/launch';
import { startChild, type Running } from './child';
import type { Installation } from './installation';

/** The variables that the server process reads, completed with what was drawn or started here. */
export function serverEnvironment(launch: Launch, dataDir: string, installation: Installation | null): Record<string, string> {
  const { variables } = launch;
  const env: Record<string, string> = {
    NODE_ENV: 'production',
    PORT: String(variables.PORT),
    HOST: variables.HOST,
    PUBLIC_URL: launch.publicUrl,
    NEXTAUTH_URL: launch.publicUrl,
    DEMO: launch.demo ? '1' : '0',
    NIGHTLY_BACKUP: launch.nightlyBackup ? '1' : '0',
    DATA_DIR: dataDir,
    S3_BUCKET: variables.S3_BUCKET,
    S3_REGION: variables.S3_REGION,
  };
  if (installation !== null) env['NEXTAUTH_SECRET'] = variables.NEXTAUTH_SECRET ?? installation.nextauthSecret;
  if (installation !== null && launch.isDatabaseEmbedded) env['DATABASE_URL'] = `postgresql://pinjam:${installation.postgresPassword}@127.0.0.1:${installation.postgresPort}/pinjam`;
  if (installation !== null && launch.isStorageEmbedded) Object.assign(env, embeddedStorage(launch, installation));
  return env;
}

function embeddedStorage(launch: Launch, { s3Port, s3AccessKeyId, s3SecretAccessKey }: Installation): Record<string, string> {
  return {
    S3_ENDPOINT: `http://${reachable(launch.variables.HOST)}:${s3Port}`,
    S3_PUBLIC_ENDPOINT: launch.variables.S3_PUBLIC_ENDPOINT ?? `http://${new URL(launch.publicUrl).hostname}:${s3Port}`,
    S3_ACCESS_KEY_ID: s3AccessKeyId,
    S3_SECRET_ACCESS_KEY: s3SecretAccessKey,
  };
}

/** Who listens everywhere is found on this machine's own address. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

export function postgresService(dataDir: string, installation: Installation): () => Promise<Running> {
  return () => startPostgres({ dataDir, port: installation.postgresPort, password: installation.postgresPassword });
}

export function storageService(root: string, launch: Launch, dataDir: string, installation: Installation): () => Promise<Running> {
  const { HOST, S3_REGION, S3_BUCKET } = launch.variables;
  const keys = { accessKeyId: installation.s3AccessKeyId, secretAccessKey: installation.s3SecretAccessKey, region: S3_REGION };
  const told = { directory: join(dataDir, 's3'), host: HOST, port: installation.s3Port, buckets: [S3_BUCKET], keys, origins: [new URL(launch.publicUrl).origin] };
  return () => startChild(root, 's3', 'scripts/embedded-s3.ts', { PINJAM_S3: JSON.stringify(told) });
}

export function webService(root: string, env: Record<string, string>, distDir: string): () => Promise<Running> {
  return () => startChild(root, 'next', 'scripts/serve.mjs', { ...env, NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' });
}
