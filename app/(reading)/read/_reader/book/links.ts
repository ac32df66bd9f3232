import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where a link or a chapter leads: another address, or a place in the book. */
export type Destination = { readonly url: string } | { readonly place: unknown };

/** A link on a page; its frame in fractions of the page, so that it holds at any zoom. */
export type PageLink = { readonly key: string; readonly to: Destination; readonly frame: Frame };

type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export async function linksOf(page: PDFPageProxy): Promise<readonly PageLink[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[];
  const viewport = page.getViewport({ scale: 1 });
  return annotations.flatMap(({ id, subtype, url, dest, rect }) => {
    const to = destinationOf(url, dest);
    if (subtype !== 'Link' || to === null) return [];
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(rect[0], rect[1]) as number[];
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(rect[2], rect[3]) as number[];
    const frame = {
      left: Math.min(x1, x2) / viewport.width,
      top: Math.min(y1, y2) / viewport.height,
      width: Math.abs(x2 - x1) / viewport.width,
      height: Math.abs(y2 - y1) / viewport.height,
    };
    return [{ key: id, to, frame }];
  });
}

/** Only addresses that a page of ours may open; a book's javascript: leads nowhere. */
export function destinationOf(url: string | null | undefined, dest: unknown): Destination | null {
  if (typeof url === 'string') return /^(https?|mailto):/i.test(url) ? { url } : null;
  return dest === null || dest === undefined ? null : { place: dest };
}

/** The page, counted from 1, that a place in the book stands for; null when the book is wrong about it. */
export async function pageOf(document: PDFDocumentProxy, place: unknown): Promise<number | null> {
  try {
    const explicit: unknown = typeof place === 'string' ? await document.getDestination(place) : place;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null;
    if (typeof target === 'number') return target + 1;
    if (target === null || typeof target !== 'object') return null;
    return (await document.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
  } catch {
    return null;
  }
}

type Annotation = { readonly id: string; readonly subtype: string; readonly url?: string | null; readonly dest?: unknown; readonly rect: readonly [number, number, number, number] };
