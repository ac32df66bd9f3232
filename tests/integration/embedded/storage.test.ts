import { describe, expect, test } from '@jest/globals';
import { abortMultipart, beginMultipart, completeMultipart, listParts } from '@/lib/adapters/s3/multipart';
import { presignGet, presignPart } from '@/lib/adapters/s3/presign';
import { deleteObject, getObject, headObject, isStorageReachable, listObjects, putObject, readObject } from '@/lib/adapters/s3/storage';

const text = Buffer.from('sepuluh kali sepuluh huruf '.repeat(40));

describe('the private bucket', () => {
  test('gives back what was put, whole and in ranges', async () => {
    await putObject('rak/buku satu.pdf', text, { contentType: 'application/pdf' });
    expect(await readObject('rak/buku satu.pdf')).toEqual(text);
    expect(await headObject('rak/buku satu.pdf')).toMatchObject({ sizeBytes: text.length, contentType: 'application/pdf' });
    const found = await getObject('rak/buku satu.pdf', { firstByte: 8, lastByte: 11 });
    expect(Buffer.concat((await found?.body.toArray()) ?? []).toString()).toBe('kali');
  });

  test('answers null for what is not there, and deletes twice', async () => {
    await putObject('sebentar', text, { contentType: 'text/plain' });
    await deleteObject('sebentar');
    await deleteObject('sebentar');
    expect(await getObject('sebentar')).toBeNull();
    expect(await headObject('sebentar')).toBeNull();
    expect(await isStorageReachable()).toBe(true);
  });

  test('lists by prefix', async () => {
    for (const key of ['daftar/b', 'daftar/a', 'lain']) await putObject(key, text, { contentType: 'text/plain' });
    const keys: string[] = [];
    for await (const { objectKey } of listObjects('daftar/')) keys.push(objectKey);
    expect(keys).toEqual(['daftar/a', 'daftar/b']);
  });
});

describe('an upload in parts', () => {
  const large = Buffer.alloc(6 * 1024 * 1024, 'x');

  test('goes straight to the storage by signed addresses and becomes one object', async () => {
    const uploadId = await beginMultipart('unggah/besar.pdf', 'application/pdf');
    const parts = await Promise.all(
      [1, 2].map(async (number) => {
        const url = await presignPart('unggah/besar.pdf', uploadId, number, { expiresInSeconds: 3600, now: new Date() });
        const put = await fetch(url, { method: 'PUT', body: number === 1 ? large : text });
        expect(put.status).toBe(200);
        return { number, etag: (put.headers.get('etag') ?? '').replaceAll('"', '') };
      }),
    );
    expect(await listParts('unggah/besar.pdf', uploadId)).toEqual([
      { ...parts[0], sizeBytes: large.length },
      { ...parts[1], sizeBytes: text.length },
    ]);
    await completeMultipart('unggah/besar.pdf', uploadId, parts);
    expect(await headObject('unggah/besar.pdf')).toMatchObject({ sizeBytes: large.length + text.length, contentType: 'application/pdf' });
    expect(await listParts('unggah/besar.pdf', uploadId)).toBeNull();
  });

  test('can be cancelled, twice', async () => {
    const uploadId = await beginMultipart('unggah/batal.pdf', 'application/pdf');
    await abortMultipart('unggah/batal.pdf', uploadId);
    await abortMultipart('unggah/batal.pdf', uploadId);
    expect(await listParts('unggah/batal.pdf', uploadId)).toBeNull();
  });
});

describe('a signed address', () => {
  test('gives the object to a browser, ranges and CORS included, until it ends', async () => {
    await putObject('baca.pdf', text, { contentType: 'application/pdf' });
    const url = await presignGet('baca.pdf', { expiresInSeconds: 120, now: new Date() });
    const answer = await fetch(url, { headers: { Range: 'bytes=0-6', Origin: 'http://localhost:3000' } });
    expect(answer.status).toBe(206);
    expect(await answer.text()).toBe('sepuluh');
    expect(answer.headers.get('content-range')).toBe(`bytes 0-6/${text.length}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Content-Range');

    const over = await presignGet('baca.pdf', { expiresInSeconds: 120, now: new Date(Date.now() - 121_000) });
    expect((await fetch(over)).status).toBe(403);
  });
});
