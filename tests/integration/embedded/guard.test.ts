import { beforeAll, describe, expect, test } from '@jest/globals';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { presignGet, presignPart } from '@/lib/adapters/s3/presign';
import { putObject } from '@/lib/adapters/s3/storage';

const bookKey = 'rahasia/buku.pdf';
const base = process.env['S3_ENDPOINT'] ?? '';
const bucket = process.env['S3_BUCKET'] ?? '';

beforeAll(async () => {
  await putObject(bookKey, Buffer.from('isi buku'), { contentType: 'application/pdf' });
  await putObject('rahasia/lain.pdf', Buffer.from('buku lain'), { contentType: 'application/pdf' });
});

async function signed(over: { expiresInSeconds?: number; now?: Date } = {}): Promise<URL> {
  return new URL(await presignGet(bookKey, { expiresInSeconds: 120, now: new Date(), ...over }));
}

async function status(url: URL | string, init: RequestInit = {}): Promise<number> {
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  return answer.status;
}

function changed(url: URL, name: string, value: string): URL {
  const other = new URL(url);
  other.searchParams.set(name, value);
  return other;
}

test('a signed address opens the one object, by GET', async () => {
  expect(await status(await signed())).toBe(200);
});

describe('nobody without a signature', () => {
  test.each([
    ['reads', 'GET', `/${bookKey}`],
    ['writes', 'PUT', '/baru.pdf'],
    ['deletes', 'DELETE', `/${bookKey}`],
    ['lists the bucket', 'GET', '?list-type=2'],
    ['begins an upload', 'POST', '/baru.pdf?uploads'],
    ['changes the bucket', 'PUT', '?cors'],
  ])('%s', async (_what, method, path) => {
    expect(await status(`${base}/${bucket}${path}`, { method, ...(method === 'PUT' ? { body: 'x' } : {}) })).toBe(403);
  });

  test('lists the buckets', async () => {
    expect(await status(`${base}/`)).toBe(403);
  });
});

describe('a signature is computed again from what arrived', () => {
  test('junk is refused', async () => {
    const url = await signed();
    expect(await status(changed(url, 'X-Amz-Signature', 'x'))).toBe(403);
    expect(await status(changed(url, 'X-Amz-Signature', '0'.repeat(64)))).toBe(403);
    expect(await status(`${base}/${bucket}/${bookKey}?X-Amz-Signature=x`)).toBe(403);
    expect(await status(`${base}/${bucket}/${bookKey}?Signature=x&AWSAccessKeyId=S3RVER&Expires=9999999999`)).toBe(403);
    expect(await status(`${base}/${bucket}/${bookKey}`, { headers: { authorization: 'AWS4-HMAC-SHA256 junk' } })).toBe(403);
  });

  test('another method is refused', async () => {
    const url = await signed();
    for (const method of ['PUT', 'DELETE', 'HEAD', 'POST']) expect(await status(url, { method })).toBe(403);
  });

  test('another object, or a way out of the bucket, is refused', async () => {
    const url = await signed();
    for (const path of [`/${bucket}/rahasia/lain.pdf`, `/${bucket}/${bookKey}x`, `/${bucket}/`, `/lain/${bookKey}`, `/${bucket}/../${bookKey}`]) {
      const other = new URL(url);
      other.pathname = path;
      expect(await status(other)).toBe(403);
    }
  });

  test('more parameters, or one twice, are refused', async () => {
    const url = await signed();
    expect(await status(changed(url, 'response-content-type', 'text/html'))).toBe(403);
    expect(await status(`${url.href}&X-Amz-Expires=604800`)).toBe(403);
  });

  test('a longer life is refused', async () => {
    expect(await status(changed(await signed(), 'X-Amz-Expires', '86400'))).toBe(403);
  });

  test('an address for a part of an upload copies no other object', async () => {
    const url = await presignPart('baru.pdf', 'abc', 1, { expiresInSeconds: 600, now: new Date() });
    expect(await status(url, { method: 'PUT', headers: { 'x-amz-copy-source': `/${bucket}/${bookKey}` } })).toBe(403);
  });
});

describe('a signature has its time', () => {
  test('over is over, to the second', async () => {
    expect(await status(await signed({ now: new Date(Date.now() - 120_000) }))).toBe(403);
    expect(await status(await signed({ now: new Date(Date.now() - 110_000) }))).toBe(200);
  });

  test('one from the future is refused beyond a minute', async () => {
    expect(await status(await signed({ now: new Date(Date.now() + 90_000) }))).toBe(403);
    expect(await status(await signed({ now: new Date(Date.now() + 30_000) }))).toBe(200);
  });
});

test('the key that the file store was built with opens nothing', async () => {
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const stranger = new S3Client({ endpoint: base, region: 'us-east-1', forcePathStyle: true, credentials });
  expect(await status(await getSignedUrl(stranger, new GetObjectCommand({ Bucket: bucket, Key: bookKey })))).toBe(403);
  await expect(stranger.send(new GetObjectCommand({ Bucket: bucket, Key: bookKey }))).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
});

test('pages of other origins get no answer that they could read', async () => {
  const answer = await fetch(await signed(), { headers: { origin: 'https://elsewhere.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const preflight = await fetch(await signed(), { method: 'OPTIONS', headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'PUT' } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
});
