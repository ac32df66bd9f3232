import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas';

// Before pdf.js is loaded: it would else take the older canvas of its own, which crashes on some files.
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
const { getDocument, PDFDataRangeTransport, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const { CanvasFactory } = await import('./canvas-factory.mjs');

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name) => join(home, name) + sep;

/** Opens a PDF of which only the bytes that are asked for are read. */
export async function openBySource(source, sizeBytes, rangeChunkSize = 256 * 1024) {
  let fail = () => undefined;
  const failed = new Promise((_, reject) => (fail = reject));
  const range = new SourceTransport(source, sizeBytes, fail);
  const task = getDocument({ ...settings, range, length: sizeBytes, rangeChunkSize, disableAutoFetch: true, disableStream: true });
  return { document: await Promise.race([task.promise, failed]), failed };
}

/** The same for a file that is here already. */
export async function openBytes(bytes) {
  return getDocument({ ...settings, data: bytes }).promise;
}

class SourceTransport extends PDFDataRangeTransport {
  constructor(source, sizeBytes, fail) {
    super(sizeBytes, null);
    this.source = source;
    this.fail = fail;
  }

  requestDataRange(begin, end) {
    this.source.read(begin, end).then((bytes) => this.onDataRange(begin, bytes), this.fail);
  }
}

// Nothing in a stranger's file is run, and no picture in it may take all memory.
const settings = {
  verbosity: VerbosityLevel.ERRORS,
  isEvalSupported: false,
  enableXfa: false,
  stopAtErrors: false,
  maxImageSize: 64 * 1024 * 1024,
  useSystemFonts: false,
  CanvasFactory,
  cMapUrl: folder('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: folder('standard_fonts'),
  wasmUrl: folder('wasm'),
  iccUrl: folder('iccs'),
};
