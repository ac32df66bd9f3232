import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

export type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly region: string };

/** Why a request is turned away, in S3's own words. */
export type Verdict = 'ok' | 'AccessDenied' | 'InvalidAccessKeyId' | 'SignatureDoesNotMatch' | 'RequestTimeTooSkewed' | 'ExpiredToken';

type Claim = {
  readonly by: 'header' | 'query';
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly signedAt: Date;
  readonly expiresInSeconds: number;
};

const minuteMs = 60_000;
const headerLifeSeconds = 15 * 60;
const longestLifeSeconds = 7 * 24 * 3600;

/** Judges one request: the signature is computed again from what really arrived and compared in constant time. */
export async function verdictOn(request: IncomingMessage, keys: Keys, now: Date): Promise<Verdict> {
  const url = new URL(request.url ?? '/', 'http://s3');
  const claim = claimOf(request, url);
  if (claim === null) return 'AccessDenied';
  const [accessKeyId, , , service, kind] = claim.credential.split('/');
  if (service !== 's3' || kind !== 'aws4_request') return 'AccessDenied';
  if (accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId';
  if (!coversWhatCounts(request, claim)) return 'AccessDenied';
  if (claim.signedAt.getTime() > now.getTime() + minuteMs) return 'RequestTimeTooSkewed';
  if (now.getTime() >= claim.signedAt.getTime() + claim.expiresInSeconds * 1000) return claim.by === 'query' ? 'ExpiredToken' : 'RequestTimeTooSkewed';
  return sameText(await rightSignature(request, url, claim, keys), claim.signature) ? 'ok' : 'SignatureDoesNotMatch';
}

/** A header that changes what S3 does (x-amz-copy-source …) must not be added to somebody else's signed address. */
function coversWhatCounts(request: IncomingMessage, claim: Claim): boolean {
  const meaningful = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-') && !(claim.by === 'header' && name === payloadHash));
  return ['host', ...meaningful].every((name) => claim.signedHeaders.includes(name));
}

/** What the request says about its own signature; null when it says nothing, or two things. */
function claimOf(request: IncomingMessage, url: URL): Claim | null {
  const { authorization } = request.headers;
  const isInQuery = [...url.searchParams.keys()].some((name) => name.toLowerCase().startsWith('x-amz-s') || name === 'Signature');
  if (authorization !== undefined) return isInQuery ? null : claimInHeader(authorization, request);
  return claimInQuery(url.searchParams);
}

function claimInHeader(authorization: string, request: IncomingMessage): Claim | null {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization);
  const signedAt = instantOf(request.headers['x-amz-date']);
  if (found === null || signedAt === null) return null;
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  return { by: 'header', credential, signedHeaders: signedHeaders.split(';'), signature, signedAt, expiresInSeconds: headerLifeSeconds };
}

function claimInQuery(query: URLSearchParams): Claim | null {
  const only = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
  const signedAt = instantOf(only('X-Amz-Date'));
  const expires = only('X-Amz-Expires');
  if (only('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || signedAt === null || !/^\d{1,6}$/.test(expires)) return null;
  const expiresInSeconds = Math.min(Number(expires), longestLifeSeconds);
  return { by: 'query', credential: only('X-Amz-Credential'), signedHeaders: only('X-Amz-SignedHeaders').split(';'), signature: only('X-Amz-Signature'), signedAt, expiresInSeconds };
}

async function rightSignature(request: IncomingMessage, url: URL, claim: Claim, keys: Keys): Promise<string> {
  const signer = new SignatureV4({ credentials: keys, region: claim.credential.split('/')[2] ?? '', service: 's3', sha256: Sha256, uriEscapePath: false, applyChecksum: false });
  const headers = Object.fromEntries(claim.signedHeaders.map((name) => [name, String(request.headers[name] ?? '')]));
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    if (claim.by === 'query' && generatedParameters.has(name)) continue;
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const arrived = { method: request.method ?? 'GET', protocol: 'http:', hostname: 's3', path: (request.url ?? '/').split('?')[0] ?? '/', headers, query };
  const signableHeaders = new Set(claim.signedHeaders);
  if (claim.by === 'header') {
    // the payload's hash is part of what is signed, whether or not its header is
    const signed = await signer.sign({ ...arrived, headers: { [payloadHash]: String(request.headers[payloadHash] ?? ''), ...headers } }, { signingDate: claim.signedAt, signableHeaders });
    return /Signature=([0-9a-f]{64})$/.exec(signed.headers['authorization'] ?? '')?.[1] ?? '';
  }
  const signed = await signer.presign(
    { ...arrived, headers: { [payloadHash]: 'UNSIGNED-PAYLOAD', ...headers } },
    { signingDate: claim.signedAt, expiresIn: claim.expiresInSeconds, signableHeaders, unsignableHeaders: new Set([payloadHash]), unhoistableHeaders: new Set([payloadHash, ...claim.signedHeaders]) },
  );
  return String(signed.query?.['X-Amz-Signature'] ?? '');
}

const payloadHash = 'x-amz-content-sha256';
const generatedParameters = new Set(['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders', 'X-Amz-Signature']);

/** 20261124T063000Z */
function instantOf(text: string | string[] | undefined): Date | null {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(text ?? ''));
  if (found === null) return null;
  const [, year, month, day, hour, minute, second] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right);
}
