import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pool } from '@/lib/adapters/postgres/pool';
import { putObject, readObject } from '@/lib/adapters/s3/storage';
import { createTitle } from '@/lib/operations/catalogue/create-title';
import { normaliseContents } from '@/lib/operations/catalogue/normalise-contents';
import { aPdf } from '@/tests/support/a-pdf';
import { aLibrarian, byLibrarian, inspected } from '@/tests/support/an-upload';
import { rowsOf, perpetual } from '@/tests/support/world';

jest.setTimeout(180_000);

let librarianId: string;
beforeAll(async () => {
  librarianId = await aLibrarian();
});

type Row = { id: string; objectKey: string; sizeBytes: number; normalisedObjectKey: string | null; normalisedSizeBytes: number | null; normalisedAt: Date | null; normaliseTries: number };

describe('a file is made cheap to open after its upload', () => {
  test('when its objects lie loose: the packed one is served, with the same pages', async () => {
    const content = await aContent(await aPdf({ pages: 400, words: 'Bab', useObjectStreams: false, paddingBytes: 400_000 }));
    expect(await normaliseContents()).toEqual({ normalisedCount: 1, keptCount: 0 });
    const after = await rowOf(content.id);
    const packed = await readObject(after.normalisedObjectKey ?? '');
    expect(after.normalisedSizeBytes).toBe(packed?.length);
    expect(packed?.includes('/ObjStm')).toBe(true);
    expect((await getDocument({ data: new Uint8Array(packed ?? []) }).promise).numPages).toBe(400);
    expect(await readObject(after.objectKey)).not.toBeNull();
  });

  test('and stays as it is when that gains nothing, or when it cannot be rewritten', async () => {
    const small = await aContent(await aPdf({ pages: 1, words: 'Bab' }));
    const broken = await aContent(await aPdf({ pages: 2, words: 'Bab' }));
    await putObject(broken.objectKey, Buffer.alloc(broken.sizeBytes), { contentType: 'application/pdf' });
    expect(await normaliseContents()).toEqual({ normalisedCount: 0, keptCount: 2 });
    for (const { id } of [small, broken]) expect(await rowOf(id)).toMatchObject({ normalisedObjectKey: null, normalisedAt: expect.any(Date) });
    expect(await normaliseContents()).toEqual({ normalisedCount: 0, keptCount: 0 });
  });

  test('once, by however many processes look', async () => {
    const contents = [await aContent(await aPdf({ pages: 2, words: 'A' })), await aContent(await aPdf({ pages: 2, words: 'B' })), await aContent(await aPdf({ pages: 2, words: 'C' }))];
    await Promise.all([normaliseContents(), normaliseContents()]);
    for (const { id } of contents) expect(await rowOf(id)).toMatchObject({ normaliseTries: 1, normalisedAt: expect.any(Date) });
  });

  test('later, when the process that began it died; but not for ever', async () => {
    const content = await aContent(await aPdf({ pages: 2, words: 'A' }));
    await claimedBy(content.id, '5 minutes', 1);
    expect(await normaliseContents()).toEqual({ normalisedCount: 0, keptCount: 0 });
    await claimedBy(content.id, '11 minutes', 3);
    expect(await normaliseContents()).toEqual({ normalisedCount: 0, keptCount: 0 });
    await claimedBy(content.id, '11 minutes', 2);
    expect(await normaliseContents()).toEqual({ normalisedCount: 0, keptCount: 1 });
  });
});

async function aContent(bytes: Buffer): Promise<Row> {
  const { id: uploadId } = await inspected(bytes, librarianId);
  const metadata = { title: `Judul ${uploadId}`, subtitle: null, authors: [], isbn: null, publisher: null, year: null, language: 'id', subjects: [], description: null };
  const made = await createTitle({ uploadId, metadata, licence: perpetual(1), published: true }, byLibrarian(librarianId));
  if (!made.ok) throw new Error(made.refusal.code);
  const [row] = await rowsOf<Row>('SELECT * FROM "Content" WHERE "titleId" = $1', [made.value.titleId]);
  if (row === undefined) throw new Error('no content');
  return row;
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await rowsOf<Row>('SELECT * FROM "Content" WHERE "id" = $1', [id]);
  if (row === undefined) throw new Error('no content');
  return row;
}

async function claimedBy(id: string, ago: string, tries: number): Promise<void> {
  await pool().query('UPDATE "Content" SET "normalisingSince" = lending_now() - $2::interval, "normaliseTries" = $3 WHERE "id" = $1', [id, ago, tries]);
}
