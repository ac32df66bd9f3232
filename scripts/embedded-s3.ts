// The embedded S3 server as a process of its own, told what to do by the launcher.
import { serveS3 } from '@/lib/adapters/embedded/s3';
import { CannotStart } from '@/lib/config/cannot-start';

const { PINJAM_S3 = '{}' } = process.env;

process.on('disconnect', () => process.exit(0));

try {
  const s3 = await serveS3(JSON.parse(PINJAM_S3) as Parameters<typeof serveS3>[0]);
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void s3.stop().then(() => process.exit(0)));
  process.send?.({ ready: true });
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.send?.({ failed: error.message });
  process.exit(1);
}
