import createNextIntlPlugin from 'next-intl/plugin';

// Messages are compiled when the pages are built: neither the server nor a phone parses them.
const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages: { path: ['./lib/i18n/id', './lib/i18n/en'], format: 'json', locales: ['id', 'en'], sourceLocale: 'id', precompile: true } },
});

export default withNextIntl({
  // The launcher builds into a folder named by the hash of the sources, so that a running server keeps its own build.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // The same sources have the same addresses of their files in every process that serves them.
  generateBuildId: () => process.env.PINJAM_BUILD_ID ?? null,
  poweredByHeader: false,
  serverExternalPackages: ['pg', '@node-rs/argon2', '@napi-rs/canvas', 'pino', 'nodemailer'],
  // What needs no nonce, on every answer, the API's and files' too; scripts/page-headers.mjs adds the pages' policy.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
      ],
    },
    { source: '/api/:path*', headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }] },
    { source: '/sw.js', headers: [{ key: 'cache-control', value: 'public, max-age=0, must-revalidate' }] },
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  typescript: {
    // `npm run typecheck` checks types; the first start must not wait for it. Next writes its folder into this file.
    ignoreBuildErrors: true,
    tsconfigPath: process.env.NEXT_DIST_DIR === undefined ? 'tsconfig.json' : `${process.env.NEXT_DIST_DIR}.tsconfig.json`,
  },
});
