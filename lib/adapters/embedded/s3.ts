import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';
import builtIn from '@20minutes/s3rver/lib/models/account.js';
import { CannotStart } from '@/lib/config/cannot-start';
import { log } from '@/lib/log';
import { storeDurably } from './durable-files';
import { openParts } from './multipart';
import { verdictOn, type Keys, type Verdict } from './signature';

export type EmbeddedS3 = { readonly port: number; stop(): Promise<void> };

/**
 * An S3 server for one small library. s3rver is only the file store: it trusts by default, so nothing reaches it that this
 * guard has not verified, and it never sees a signature or a key.
 */
export async function serveS3(options: {
  directory: string;
  host: string;
  port: number;
  buckets: readonly string[];
  keys: Keys;
  /** Origins of our own pages; on loopback any port of this machine is added. */
  origins: readonly string[];
}): Promise<EmbeddedS3> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  builtIn.registry.clear();
  const store = new S3rver({ directory: options.directory, silent: true, resetOnClose: false, vhostBuckets: false, configureBuckets: options.buckets.map((name) => ({ name, configs: [] })) });
  storeDurably(store.store);
  await store.configureBuckets();
  const parts = openParts(options.directory);
  const files = store.callback();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'embedded S3 failed');
      if (!response.headersSent) refuse(response, 500, 'InternalError');
    });
  });
  // 500 MB over a slow line takes longer than Node's five minutes for a request
  server.requestTimeout = 0;
  await listen(server, options.host, options.port);
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowOrigin(request, response, options.origins);
    if (request.method === 'OPTIONS') return preflight(response);
    const verdict = await verdictOn(request, options.keys, new Date());
    if (verdict !== 'ok') return refuse(response, 403, verdict);
    withoutSignature(request);
    if (await parts(request, response)) return;
    files(request, response);
  }
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'Origin');
  if (origin === undefined || !(origins.includes(origin) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+$/.test(origin))) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'ETag, Content-Range, Content-Length, Accept-Ranges');
}

function preflight(response: ServerResponse): void {
  if (response.hasHeader('access-control-allow-origin')) {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT');
    response.setHeader('access-control-allow-headers', 'Range, Content-Type, If-Match, If-None-Match');
    response.setHeader('access-control-max-age', '7200');
  }
  response.writeHead(204).end();
}

/** The store behind must take the request as its own: no signature to judge again, path-style, an S3 call. */
function withoutSignature(request: IncomingMessage): void {
  const url = new URL(request.url ?? '/', 'http://s3');
  for (const name of [...url.searchParams.keys()]) if (/^x-amz-/i.test(name)) url.searchParams.delete(name);
  request.url = (request.url ?? '/').split('?')[0] + url.search;
  delete request.headers['authorization'];
  delete request.headers['x-amz-date'];
  delete request.headers['x-amz-content-sha256'];
  request.headers['x-amz-verified'] = 'by-guard';
}

function refuse(response: ServerResponse, status: number, code: Exclude<Verdict, 'ok'> | 'InternalError'): void {
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code === 'ExpiredToken' ? 'AccessDenied' : code}</Code><Message>${code}</Message></Error>`);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotStart(error.code === 'EADDRINUSE' ? `The port ${port} of the embedded S3 server is in use by another program.` : `The embedded S3 server does not start: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3000).unref();
  await closed;
}
