import type * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Source } from './source';

export type PdfJs = typeof pdf;
export type OpenBook = { readonly pdfjs: PdfJs; readonly document: pdf.PDFDocumentProxy };

/**
 * Loads pdf.js (the build for older phones: the other one needs a browser of this year) and opens the book through the
 * source, in ranges as they are needed, never as a whole.
 */
export async function openBook(source: Source, signal: AbortSignal): Promise<OpenBook> {
  const [pdfjs, sizeBytes] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), source.sizeBytes()]);
  signal.throwIfAborted();
  pdfjs.GlobalWorkerOptions.workerSrc ||= new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).toString();

  class Ranges extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void source.bytes(begin, end).then((bytes) => this.onDataRange(begin, bytes));
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
  return { pdfjs, document: await task.promise };
}
