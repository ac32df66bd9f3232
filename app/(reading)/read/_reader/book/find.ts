import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { around, fold, joined, occurrences } from '@/lib/domain/reading/find';

export type Hit = { readonly page: number; readonly index: number; readonly before: string; readonly match: string; readonly after: string };

export const hitsAtMost = 300;

/** Looks through the whole book from its first page, telling what it finds and how far it is. */
export async function findInBook(document: PDFDocumentProxy, query: string, texts: Map<number, string>, signal: AbortSignal, tell: (hits: readonly Hit[], page: number) => void): Promise<void> {
  const wanted = fold(query).text.trim();
  const hits: Hit[] = [];
  for (let page = 1; page <= document.numPages && hits.length < hitsAtMost; page += 1) {
    const text = texts.get(page) ?? (await textOf(document, page));
    if (signal.aborted) return;
    texts.set(page, text);
    for (const [index, found] of occurrences(text, wanted).entries())
      hits.push({ page, index, ...around(text, found), match: text.slice(found.from, found.until) });
    tell([...hits], page);
  }
}

/** A page that cannot be read has no text to find; the rest of the book has. */
async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return joined(items.map((item) => ('str' in item ? { text: item.str, endsLine: item.hasEOL } : { text: '', endsLine: false }))).text;
  } catch {
    return '';
  }
}
