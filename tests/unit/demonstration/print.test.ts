import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { bookBySlug, catalogue } from '@/scripts/demonstration/catalogue';
import { type PrintedBook, printBook } from '@/scripts/demonstration/print/press';
import { openBytes } from '@/lib/adapters/pdf/child/document.mjs';

const open = openBytes as (bytes: Uint8Array) => Promise<PDFDocumentProxy>;

describe('a printed book', () => {
  const book = bookBySlug('taman-baca-desa');
  let printed: PrintedBook;
  let document: PDFDocumentProxy;
  beforeAll(async () => {
    printed = await printBook(book);
    document = await open(new Uint8Array(printed.pdf));
  });

  test('is the same file each time it is printed', async () => {
    expect((await printBook(book)).pdf.equals(printed.pdf)).toBe(true);
  });

  test('opens in pdf.js with the pages it says and at least as many as it should have', () => {
    expect(document.numPages).toBe(printed.pages);
    expect(printed.pages).toBeGreaterThanOrEqual(book.pages);
  });

  test('says its title, author and language', async () => {
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: book.title, Author: book.author, Language: 'id' });
  });

  test('has an outline with one entry a chapter, each pointing to the page that the contents name', async () => {
    const outline = await document.getOutline();
    expect(outline).toHaveLength(book.chapters);
    const pages = await Promise.all(outline.map(async ({ dest }) => (await document.getPageIndex((dest as { num: number; gen: number }[])[0] ?? { num: 0, gen: 0 })) + 1));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    const contents = await textOf(document, 5);
    for (const [index, { title }] of outline.entries()) expect(contents).toContain(`${title} ${pages[index]}`);
  });

  test('has text that can be searched and copied, and its page number on each page of a chapter', async () => {
    const text = await textOf(document, 8);
    expect(text.length).toBeGreaterThan(600);
    expect(text).toMatch(/\b8\b/);
    expect(text).not.toMatch(/[{}]/);
  });

  test('keeps what page 1 shows at the end of the file, beside the page tree', () => {
    expect(printed.pdf.lastIndexOf('/DCTDecode')).toBeGreaterThan(printed.pdf.length * 0.2);
    expect(printed.pdf.lastIndexOf('/ObjStm')).toBeGreaterThan(printed.pdf.lastIndexOf('/DCTDecode'));
  });
});

test('a scanned book has page pictures only, no text', async () => {
  const document = await open(new Uint8Array((await printBook({ ...bookBySlug('surat-surat-dari-hulu'), pages: 3 })).pdf));
  expect(document.numPages).toBe(3);
  for (const page of [1, 2, 3]) expect(await textOf(document, page)).toBe('');
});

test('the picture book lies on its side', async () => {
  const { pageWidth, pageHeight } = await printBook({ ...bookBySlug('bekantan-mencari-bulan'), pages: 2 });
  expect(pageWidth).toBeGreaterThan(pageHeight);
});

describe('the catalogue', () => {
  test('has 30 titles or more, each with its own name and words about it', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(30);
    expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(catalogue.length);
    for (const { description, subjects, copies } of catalogue) {
      expect(description.length).toBeGreaterThan(30);
      expect(subjects.length).toBeGreaterThan(0);
      expect(copies).toBeGreaterThan(0);
    }
  });

  test('has a book of 300 pages with pictures, a landscape one, a scanned one, English ones and some with a single copy', () => {
    expect(catalogue.some(({ pages, pictureChance = 0 }) => pages >= 300 && pictureChance > 0.5)).toBe(true);
    expect(catalogue.some(({ format }) => format === 'landscape')).toBe(true);
    expect(catalogue.some(({ kind }) => kind === 'scan')).toBe(true);
    expect(catalogue.filter(({ language }) => language === 'en').length).toBeGreaterThan(1);
    expect(catalogue.filter(({ copies }) => copies === 1).length).toBeGreaterThan(3);
  });
});

async function textOf(document: PDFDocumentProxy, pageNumber: number): Promise<string> {
  const { items } = await (await document.getPage(pageNumber)).getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])).join(' ');
}
