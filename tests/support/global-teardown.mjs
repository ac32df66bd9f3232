import { rmSync } from 'node:fs';

export default async function tearDown() {
  const services = globalThis.pinjamTestServices;
  if (services === undefined) return;
  await Promise.all([services.postgres.stop(), services.s3.stop()]);
  rmSync(services.dataDir, { recursive: true, force: true });
}
