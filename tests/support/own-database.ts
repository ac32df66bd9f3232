import pg from 'pg';
import { testKeys, workerBucket } from './test-keys';

// Runs before each suite: a fresh database cloned from the migrated template, and the environment that names it.
const base = process.env['PINJAM_TEST_POSTGRES'] ?? '';
const workerId = process.env['JEST_WORKER_ID'] ?? '1';
const name = `worker_${workerId}`;

const server = new pg.Client({ connectionString: base });
await server.connect();
await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await server.query(`CREATE DATABASE ${name} TEMPLATE template_pinjam STRATEGY FILE_COPY`);
await server.end();

Object.assign(process.env, {
  DATABASE_URL: base.replace(/pinjam$/, name),
  S3_ENDPOINT: process.env['PINJAM_TEST_S3'],
  S3_PUBLIC_ENDPOINT: process.env['PINJAM_TEST_S3'],
  S3_BUCKET: workerBucket(workerId),
  S3_REGION: testKeys.region,
  S3_ACCESS_KEY_ID: testKeys.accessKeyId,
  S3_SECRET_ACCESS_KEY: testKeys.secretAccessKey,
  NEXTAUTH_SECRET: 'only-for-tests',
  PUBLIC_URL: 'http://localhost:3000',
  TIME_ZONE: 'Asia/Makassar',
});
