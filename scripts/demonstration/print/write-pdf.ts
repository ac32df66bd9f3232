import { deflateSync } from 'node:zlib';
import { PDFArray, PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef, PDFStreamWriter } from 'pdf-lib';
import type { Font, Jpeg, PageSource } from './ink';

export type OutlineEntry = { readonly title: string; readonly pageIndex: number };
export type PdfSource = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  readonly pages: readonly PageSource[];
  readonly outline: readonly OutlineEntry[];
};

/**
 * A PDF 1.7 file with object streams: pdf.js reads every page dictionary when it opens a book, and here they lie together at the end.
 * What page 1 shows is written last, next to them, so that a reader who fetches ranges sees it after a few.
 */
export async function writePdf(source: PdfSource): Promise<Buffer> {
  const context = PDFContext.create();
  const fontRefs = new Map<string, PDFRef>();
  const jpegRefs = new Map<Jpeg, PDFRef>();
  const pagesRef = context.nextRef();
  const contents = new Map<number, { content: PDFRef; pictures: readonly { name: string; ref: PDFRef }[] }>();
  for (let index = source.pages.length - 1; index >= 0; index -= 1) {
    const page = source.pages[index];
    if (page === undefined) continue;
    for (const font of page.fonts) {
      if (index === 0 && !fontRefs.has(font.role)) fontRefs.set(font.role, addFont(context, font));
    }
    const pictures = page.pictures.map(({ name, jpeg }) => {
      const ref = jpegRefs.get(jpeg) ?? addJpeg(context, jpeg);
      jpegRefs.set(jpeg, ref);
      return { name, ref };
    });
    contents.set(index, { content: addDeflated(context, Buffer.from(page.content, 'latin1'), {}), pictures });
  }
  const fonts = new Map(source.pages.flatMap((page) => page.fonts).map((font) => [font.role, font]));
  for (const [role, font] of fonts) if (!fontRefs.has(role)) fontRefs.set(role, addFont(context, font));
  const fontsRef = context.register(context.obj(Object.fromEntries(fontRefs)));
  const pageRefs = source.pages.map((page, index) => {
    const parts = contents.get(index);
    const pictures = Object.fromEntries((parts?.pictures ?? []).map(({ name, ref }) => [name, ref]));
    const resources = { Font: fontsRef, ...(parts !== undefined && parts.pictures.length > 0 ? { XObject: pictures } : {}) };
    return context.register(
      context.obj({ Type: 'Page', Parent: pagesRef, MediaBox: [0, 0, page.width, page.height], Resources: resources, Contents: parts?.content ?? null }),
    );
  });
  context.assign(pagesRef, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }));
  const catalog = context.obj({ Type: 'Catalog', Pages: pagesRef, Lang: PDFHexString.fromText(source.language), ViewerPreferences: { DisplayDocTitle: true } });
  if (source.outline.length > 0) catalog.set(PDFName.of('Outlines'), addOutline(context, source.outline, pageRefs));
  context.trailerInfo.Root = context.register(catalog);
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(source.title),
      Author: PDFHexString.fromText(source.author),
      Subject: PDFHexString.fromText(source.subject),
      Producer: PDFHexString.fromText('Pinjam'),
    }),
  );
  return Buffer.from(await PDFStreamWriter.forContext(context, Infinity).serializeToBuffer());
}

function addDeflated(context: PDFContext, bytes: Buffer, entries: Record<string, number>): PDFRef {
  return context.register(PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode' }), deflateSync(bytes)));
}

function addJpeg(context: PDFContext, { bytes, width, height, grey }: Jpeg): PDFRef {
  const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB', Filter: 'DCTDecode' };
  return context.register(PDFRawStream.of(context.obj(entries), bytes));
}

/** A simple TrueType font in WinAnsi: one byte a letter, so that word spacing justifies a line and its text can be copied. */
function addFont(context: PDFContext, { face }: Font): PDFRef {
  const file = addDeflated(context, face.file, { Length1: face.file.length });
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: face.name,
      Flags: 32 + (face.italicAngle === 0 ? 0 : 64),
      FontBBox: [...face.box],
      ItalicAngle: face.italicAngle,
      Ascent: face.ascent,
      Descent: face.descent,
      CapHeight: face.capHeight,
      StemV: 80,
      FontFile2: file,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font', Subtype: 'TrueType', BaseFont: face.name, Encoding: 'WinAnsiEncoding',
      FirstChar: 32, LastChar: 255, Widths: [...face.widths], FontDescriptor: descriptor,
    }),
  );
}

function addOutline(context: PDFContext, entries: readonly OutlineEntry[], pages: readonly PDFRef[]): PDFRef {
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  entries.forEach(({ title, pageIndex }, index) => {
    const [ref, page, before, after] = [refs[index], pages[pageIndex], refs[index - 1], refs[index + 1]];
    if (ref === undefined || page === undefined) throw new RangeError(`${title} points to page ${pageIndex + 1}, which is not there`);
    const destination = PDFArray.withContext(context);
    for (const part of [page, PDFName.of('Fit')]) destination.push(part);
    const item = context.obj({ Title: PDFHexString.fromText(title), Parent: root, Dest: destination });
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    context.assign(ref, item);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('an outline without entries');
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: entries.length }));
  return root;
}
