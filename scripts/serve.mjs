// The web server: Next.js behind a front that settles from which address a request came. A child of the launcher.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import next from 'next';
import { settlePage } from './page-headers.mjs';

const port = Number(process.env.PORT);
const hostname = process.env.HOST;
const proxies = Number(process.env.TRUST_PROXY ?? 0);
const outside = { storage: process.env.S3_PUBLIC_ENDPOINT || process.env.S3_ENDPOINT || undefined, publicUrl: process.env.PUBLIC_URL };

const app = next({ dev: false, dir: process.cwd(), hostname, port, quiet: true });
const handle = app.getRequestHandler();
// what Next.js bundles has modules of its own: the global object is where both meet (lib/http/page-status.ts)
const answers = (globalThis.pinjamAnswer = new AsyncLocalStorage());
const server = createServer((request, response) => {
  settleOrigin(request);
  settlePath(request);
  settlePage(request, response, outside);
  answers.run(response, handle, request, response).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    response.destroy();
  });
});
// longer than a proxy keeps its connections, so that none is cut as it is used again
server.keepAliveTimeout = 65_000;

let ending = false;
process.on('SIGTERM', end);
process.on('SIGINT', end);
// the launcher was killed: a new one is about to need the port
process.on('disconnect', () => process.exit(0));

await app.prepare();
server.once('error', (error) => {
  process.send?.({ failed: error.code ?? error.message });
  process.exit(1);
});
server.listen(port, hostname, () => process.send?.({ ready: true }));

/**
 * X-Forwarded-For is believed as far as TRUST_PROXY proxies wrote it: what stands left of theirs, anybody can write.
 * Next.js itself would believe the browser.
 */
function settleOrigin(request) {
  const { headers } = request;
  const told = proxies === 0 ? [] : String(headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim()).filter((address) => address !== '');
  const address = told.at(-proxies) ?? told[0] ?? request.socket.remoteAddress ?? '';
  delete headers['x-pinjam-proxied'];
  if (proxies === 0) {
    // a proxy that nobody told us of: whoever comes through it is not "this machine"
    if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined) headers['x-pinjam-proxied'] = '1';
    delete headers['x-forwarded-host'];
    delete headers['x-forwarded-proto'];
    delete headers['x-forwarded-port'];
  }
  headers['x-forwarded-for'] = address.replace(/^::ffff:/, '');
}

/** `%E0%A4%A` is no text: Next.js would answer 500. Its signs are taken for what they are, and such a page is not there. */
function settlePath(request) {
  const [path, ...question] = request.url.split('?');
  try {
    decodeURIComponent(path);
  } catch {
    request.url = [path.replaceAll('%', '%25'), ...question].join('?');
  }
}

function end() {
  if (ending) return;
  ending = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000);
}
