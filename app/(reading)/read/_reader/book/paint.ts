import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A canvas of this many pixels takes 48 MB; beyond it the picture grows softer instead of the memory larger. */
export const pixelsAtMost = { read: 12_000_000, beside: 3_000_000 };

/** How many pixels wide a page's picture is, shown `width` CSS pixels wide with `ratio` pixels to each of them. */
export function pictureWidth(page: PDFPageProxy, width: number, ratio: number, limit: number): number {
  const natural = page.getViewport({ scale: 1 });
  const height = (width * natural.height) / natural.width;
  return Math.max(1, Math.round(width * Math.min(ratio, Math.sqrt(limit / (width * height)))));
}

/** A picture of a page, so many pixels wide. */
export async function paint(page: PDFPageProxy, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const natural = page.getViewport({ scale: 1 });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.max(1, Math.round((width * natural.height) / natural.width));
  const task = page.render({ canvas, viewport: page.getViewport({ scale: canvas.width / natural.width }) });
  const cancel = () => task.cancel();
  signal.addEventListener('abort', cancel);
  try {
    await task.promise;
    return canvas;
  } catch (error) {
    release(canvas);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Gives the pixels back at once: browsers keep those of a dropped canvas until they feel like it. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
