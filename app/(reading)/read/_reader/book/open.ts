import type * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unlessStuck } from './stuck';
import type { Source } from './source';

export type PdfJs = typeof pdf;
export type OpenBook = {
  readonly pdfjs: PdfJs;
  readonly document: pdf.PDFDocumentProxy;
  readonly sizeBytes: number;
  readonly source: Pick<Source, 'fetchedBytes' | 'isFetching'>;
};

/**
 * Loads pdf.js (the build for older phones: the other one needs a browser of this year) and opens the book through the
 * source, in ranges as they are needed, never as a whole.
 */
export async function openBook(source: Source, signal: AbortSignal): Promise<OpenBook> {
  const [pdfjs, sizeBytes] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), source.sizeBytes()]);
  signal.throwIfAborted();
  if (sizeBytes === 0) throw new Error('an empty file');
  pdfjs.GlobalWorkerOptions.workerSrc ||= new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).toString();

  class Ranges extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void source.bytes(begin, end).then((bytes) => {
        // pdf.js no longer knows of its request once the book is closed
        if (!signal.aborted) this.onDataRange(begin, bytes);
      });
    }
  }

  const task = pdfjs.getDocument({
    range: new Ranges(sizeBytes, null),
    rangeChunkSize: 32_768,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  signal.addEventListener('abort', () => void task.destroy(), { once: true });
  return { pdfjs, document: await unlessStuck(task.promise, () => source.isFetching), sizeBytes, source };
}
