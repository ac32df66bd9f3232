import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { loadImage } from '@napi-rs/canvas';
import { PDFDocument, rgb } from 'pdf-lib';
import { inspectPdf, type PdfInspection } from '@/lib/adapters/pdf/inspect-pdf';
import type { Outcome } from '@/lib/domain/outcome';
import { aPdf } from '@/tests/support/a-pdf';

jest.setTimeout(120_000);
const folder = mkdtempSync(join(tmpdir(), 'pinjam-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a PDF that opens', () => {
  test('says its pages, its size, its metadata and its first words', async () => {
    const inspection = opened(await inspect(await aPdf({ pages: 3, title: 'Laskar Pelagi', author: 'Andrea Hirata', words: 'ISBN 979-3062-79-7' })));
    expect(inspection).toMatchObject({ pages: 3, pageWidth: 400, pageHeight: 600, metadata: { title: 'Laskar Pelagi', authors: 'Andrea Hirata' } });
    expect(inspection.openingText).toContain('ISBN 979-3062-79-7');
  });

  test('gives a cover in two small pictures, named by what it shows', async () => {
    const book = await aPdf({ pages: 1, words: 'Sampul' });
    const [first, again] = [opened(await inspect(book)).cover, opened(await inspect(book)).cover];
    expect(first?.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(again?.hash).toBe(first?.hash);
    for (const width of [240, 480] as const) {
      const bytes = Buffer.from(first?.pictures[width] ?? []);
      expect(await loadImage(bytes)).toMatchObject({ width, height: width * 1.5 });
      expect(bytes.length).toBeLessThan(40_000);
    }
  });

  test('has no cover when its first page is blank', async () => {
    expect(opened(await inspect(await aPdf({ pages: 2 }))).cover).toBeNull();
  });

  test('may have a page much longer than a book has: the picture stays small', async () => {
    const scroll = await PDFDocument.create();
    scroll.addPage([100, 9000]).drawRectangle({ x: 0, y: 4000, width: 100, height: 2000, color: rgb(0, 0, 0) });
    const cover = opened(await inspect(Buffer.from(await scroll.save()))).cover;
    expect((await loadImage(Buffer.from(cover?.pictures[480] ?? []))).height).toBeLessThanOrEqual(960);
  });
});

describe('a file that cannot be lent says why', () => {
  test('nothing in it: empty', async () => {
    expect(await inspect(Buffer.alloc(0))).toEqual(refused('empty'));
  });

  test.each([
    ['words', Buffer.from('Ini bukan PDF. '.repeat(500))],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a web page', Buffer.from('<!doctype html><title>Masuk</title>')],
    ['zeros', Buffer.alloc(100_000)],
  ])('%s: not a PDF', async (_, bytes) => expect(await inspect(bytes)).toEqual(refused('not-a-pdf')));

  test.each([0.2, 0.5, 0.9])('cut off after %d of its length: damaged, however its objects lie', async (share) => {
    for (const useObjectStreams of [true, false]) {
      const whole = await aPdf({ pages: 40, words: 'Bab', useObjectStreams });
      expect(await inspect(whole.subarray(0, Math.floor(whole.length * share)))).toEqual(refused('damaged'));
    }
  });

  test('only the mark of a PDF: damaged', async () => {
    expect(await inspect(Buffer.from('%PDF-1.7\nrusak'))).toEqual(refused('damaged'));
  });
});

describe('a hostile file cannot hold the server', () => {
  test('one that takes longer than it may is ended, and that is the answer', async () => {
    const book = await aPdf({ pages: 40, words: 'Bab' });
    expect(await inspectPdf(saved(book), book.length, { timeMs: 0, memoryBytes: 2 ** 30 })).toEqual(refused('damaged'));
  });

  test('one that takes more memory than it may is ended', async () => {
    const book = await aPdf({ pages: 1, words: 'Bab' });
    expect(await inspectPdf(saved(book), book.length, { timeMs: 20_000, memoryBytes: 40 * 2 ** 20 })).toEqual(refused('damaged'));
  });

  test('storage that is away says nothing about the file', async () => {
    await expect(inspectPdf('http://127.0.0.1:9/nobody', 1000)).rejects.toMatchObject({ name: 'StorageAway' });
  });
});

let files = 0;
function saved(bytes: Buffer): string {
  const path = join(folder, `${(files += 1)}.pdf`);
  writeFileSync(path, bytes);
  return pathToFileURL(path).href;
}

function inspect(bytes: Buffer): Promise<Outcome<PdfInspection>> {
  return inspectPdf(saved(bytes), bytes.length);
}

function opened(outcome: Outcome<PdfInspection>): PdfInspection {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

function refused(code: string) {
  return { ok: false, refusal: { code } };
}
