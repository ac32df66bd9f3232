import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pool } from '@/lib/adapters/postgres/pool';
import { listParts } from '@/lib/adapters/s3/multipart';
import { headObject, readObject } from '@/lib/adapters/s3/storage';
import { beginUpload } from '@/lib/operations/catalogue/begin-upload';
import { cancelUpload } from '@/lib/operations/catalogue/cancel-upload';
import { completeUpload } from '@/lib/operations/catalogue/complete-upload';
import { createTitle } from '@/lib/operations/catalogue/create-title';
import { readUpload } from '@/lib/operations/catalogue/read-upload';
import { sweepUploads } from '@/lib/operations/catalogue/sweep-uploads';
import { aPdf } from '@/tests/support/a-pdf';
import { aLibrarian, begun, byLibrarian, inspected, sent } from '@/tests/support/an-upload';
import { rowsOf, perpetual } from '@/tests/support/world';

jest.setTimeout(120_000);

const mebibyte = 2 ** 20;
let librarianId: string;
let book: Buffer;
let longBook: Buffer;

beforeAll(async () => {
  librarianId = await aLibrarian();
  book = await aPdf({ pages: 3, words: 'Bab', title: 'Sungai Barito', author: 'Siti Rahmah' });
  longBook = await aPdf({ pages: 3, words: 'Bab', paddingBytes: 18 * mebibyte });
});

describe('a file on its way', () => {
  test('goes in parts of 8 MiB straight to the storage and is answered with what it says of itself', async () => {
    const upload = await begun(longBook, librarianId, 'laskar_pelagi.pdf');
    expect(upload.parts.map(({ number }) => number)).toEqual([1, 2, 3]);
    const outcome = await completeUpload(upload.upload.id, await sent(longBook, upload));
    expect(outcome).toMatchObject({ ok: true, value: { pages: 3, pageWidth: 400, pageHeight: 600, metadata: { title: 'Laskar pelagi', authors: [], language: 'id' } } });
    expect((await headObject(upload.upload.objectKey))?.sizeBytes).toBe(longBook.length);
  });

  test('leaves a cover in two sizes that anybody may look at', async () => {
    const { coverHash } = await inspected(book, librarianId);
    for (const width of [240, 480]) expect((await readObject(`covers/${coverHash}-${width}.webp`))?.subarray(8, 12).toString()).toBe('WEBP');
    expect(await rowsOf('SELECT 1 FROM "Cover" WHERE "hash" = $1', [coverHash])).toHaveLength(1);
  });

  test('goes on after a lost connection or a closed tab with the parts that are missing', async () => {
    const upload = await begun(longBook, librarianId);
    await sent(longBook, upload, [1, 3]);
    const resumed = await readUpload(upload.upload.id);
    if (!resumed.ok) throw new Error(resumed.refusal.code);
    expect(resumed.value.done.map(({ number }) => number)).toEqual([1, 3]);
    expect(resumed.value.parts.map(({ number }) => number)).toEqual([2]);
    const rest = await sent(longBook, resumed.value);
    expect(await completeUpload(upload.upload.id, [...resumed.value.done, ...rest])).toMatchObject({ ok: true, value: { pages: 3 } });
  });

  test('sends a part again whose connection broke off in the middle', async () => {
    const upload = await begun(longBook, librarianId);
    const cutOff = upload.parts[1];
    await fetch(cutOff?.url ?? '', { method: 'PUT', body: new Uint8Array(longBook.subarray(8 * mebibyte, 9 * mebibyte)) });
    const resumed = await readUpload(upload.upload.id);
    expect(resumed).toMatchObject({ ok: true, value: { done: [], parts: [{ number: 1 }, { number: 2 }, { number: 3 }] } });
  });

  test('is the same file twice when it is uploaded twice', async () => {
    const [first, second] = [await inspected(book, librarianId), await inspected(book, librarianId)];
    expect(second.id).not.toBe(first.id);
    expect(second.coverHash).toBe(first.coverHash);
  });
});

describe('completing', () => {
  test('twice, even at once, answers the same', async () => {
    const upload = await begun(book, librarianId);
    const parts = await sent(book, upload);
    const [one, other] = await Promise.all([completeUpload(upload.upload.id, parts), completeUpload(upload.upload.id, parts)]);
    expect(one).toMatchObject({ ok: true });
    expect(other).toEqual(one);
    expect(await completeUpload(upload.upload.id, [])).toEqual(one);
  });

  test('too early names the parts that are missing, and nothing is lost', async () => {
    const upload = await begun(longBook, librarianId);
    const parts = await sent(longBook, upload, [1, 2]);
    expect(await completeUpload(upload.upload.id, parts)).toEqual({ ok: false, refusal: { code: 'upload-incomplete', missingParts: [3] } });
    const rest = await sent(longBook, upload, [3]);
    expect(await completeUpload(upload.upload.id, [...parts, ...rest])).toMatchObject({ ok: true });
  });

  test('with a part that the storage does not know names it', async () => {
    const upload = await begun(book, librarianId);
    await sent(book, upload);
    expect(await completeUpload(upload.upload.id, [{ number: 1, etag: '0'.repeat(32) }])).toEqual({ ok: false, refusal: { code: 'upload-incomplete', missingParts: [1] } });
  });

  test('goes on where it was cut off after the parts were joined', async () => {
    const upload = await begun(book, librarianId);
    const parts = await sent(book, upload);
    await completeUpload(upload.upload.id, parts);
    await pool().query(`UPDATE "Upload" SET "state" = 'uploading', "inspection" = NULL WHERE "id" = $1`, [upload.upload.id]);
    expect(await completeUpload(upload.upload.id, parts)).toMatchObject({ ok: true, value: { pages: 3 } });
  });
});

describe('a file that cannot be lent is refused with its reason, the same each time', () => {
  test.each([
    ['not-a-pdf', () => Promise.resolve(Buffer.from('Bukan PDF. '.repeat(200)))],
    ['damaged', async () => (await aPdf({ pages: 30, words: 'Bab' })).subarray(0, 3000)],
    ['encrypted', () => Promise.resolve(lockedPdf())],
  ])('%s', async (code, make) => {
    const bytes = await make();
    const upload = await begun(bytes, librarianId);
    const parts = await sent(bytes, upload);
    expect(await completeUpload(upload.upload.id, parts)).toEqual({ ok: false, refusal: { code } });
    expect(await completeUpload(upload.upload.id, parts)).toEqual({ ok: false, refusal: { code } });
    expect(await createTitle({ uploadId: upload.upload.id, metadata, licence: perpetual(1), published: true }, byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code } });
  });

  test('an empty file and one beyond 500 MB are refused before a byte is sent', async () => {
    expect(await beginUpload({ fileName: 'kosong.pdf', sizeBytes: 0, contentType: 'application/pdf' }, librarianId)).toEqual({ ok: false, refusal: { code: 'empty' } });
    expect(await beginUpload({ fileName: 'besar.pdf', sizeBytes: 500 * mebibyte + 1, contentType: 'application/pdf' }, librarianId)).toEqual({ ok: false, refusal: { code: 'too-large', limitBytes: 500 * mebibyte } });
    expect(await beginUpload({ fileName: 'pas.pdf', sizeBytes: 500 * mebibyte, contentType: 'application/pdf' }, librarianId)).toMatchObject({ ok: true });
  });

  test('a file name full of tricks is only a name', async () => {
    const { metadata: proposed } = await inspected(await aPdf({ pages: 1, words: 'x' }), librarianId, '../../<script>alert(1)</script>\u0000\u202e.pdf');
    expect(proposed.title).toBe('../../<script>alert(1)</script>');
  });
});

describe('an upload that is given up', () => {
  test('is gone with its parts; cancelling twice is fine', async () => {
    const upload = await begun(longBook, librarianId);
    await sent(longBook, upload, [1]);
    expect(await cancelUpload(upload.upload.id)).toMatchObject({ ok: true });
    expect(await cancelUpload(upload.upload.id)).toMatchObject({ ok: true });
    expect(await listParts(upload.upload.objectKey, upload.upload.s3UploadId)).toBeNull();
    expect(await readUpload(upload.upload.id)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await completeUpload(upload.upload.id, [])).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  test('nobody knows an upload that never was', async () => {
    for (const act of [readUpload, cancelUpload, (id: string) => completeUpload(id, [])]) expect(await act(randomUUID())).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  test('a file in use cannot be cancelled away from its title', async () => {
    const { id } = await inspected(book, librarianId);
    await createTitle({ uploadId: id, metadata, licence: perpetual(1), published: true }, byLibrarian(librarianId));
    expect(await cancelUpload(id)).toEqual({ ok: false, refusal: { code: 'upload-used' } });
  });
});

describe('leftovers', () => {
  test('older than a day are swept, files and all; younger ones and those in use stay', async () => {
    const [halfDone, left, young, used] = [await begun(longBook, librarianId), await inspected(book, librarianId), await begun(book, librarianId), await inspected(book, librarianId)];
    await sent(longBook, halfDone, [1]);
    await createTitle({ uploadId: used.id, metadata, licence: perpetual(1), published: true }, byLibrarian(librarianId));
    const keys = await rowsOf<{ id: string; objectKey: string }>('SELECT "id", "objectKey" FROM "Upload" WHERE "id" = ANY($1)', [[left.id, used.id]]);
    await pool().query(`UPDATE "Upload" SET "touchedAt" = lending_now() - interval '25 hours' WHERE "id" = ANY($1)`, [[halfDone.upload.id, left.id, used.id]]);

    expect((await sweepUploads()).sweptCount).toBe(2);
    expect(await listParts(halfDone.upload.objectKey, halfDone.upload.s3UploadId)).toBeNull();
    expect(await headObject(keys.find(({ id }) => id === left.id)?.objectKey ?? '')).toBeNull();
    expect(await headObject(keys.find(({ id }) => id === used.id)?.objectKey ?? '')).not.toBeNull();
    expect(await readUpload(young.upload.id)).toMatchObject({ ok: true });
    expect((await sweepUploads()).sweptCount).toBe(0);
  });
});

const metadata = { title: 'Sungai Barito', subtitle: null, authors: ['Siti Rahmah'], isbn: null, publisher: null, year: null, language: 'id', subjects: [], description: null };

/** The smallest PDF that wants a password: its key check fails for the empty one. */
function lockedPdf(): Buffer {
  const hex = (length: number) => 'a1'.repeat(length);
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>', `<</Filter/Standard/V 1/R 2/O<${hex(32)}>/U<${hex(32)}>/P -4>>`];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<${hex(16)}><${hex(16)}>]>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
