import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

export default withNextIntl({
  // The launcher builds into a folder named by the hash of the sources, so that a running server keeps its own build.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  serverExternalPackages: ['pg', '@node-rs/argon2', '@napi-rs/canvas', 'pino', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
});
