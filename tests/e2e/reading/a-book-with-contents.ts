import { PDFArray, PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts, type PDFPage, type PDFRef } from 'pdf-lib';

/** Pages of text with three chapters in the table of contents, and on page 1 a link inside, a link outside and a `javascript:` one. */
export async function aBookWithContents(pages: number): Promise<Uint8Array> {
  const book = await PDFDocument.create();
  const font = await book.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = book.addPage([400, 600]);
    page.drawText(`Sungai mengalir pada halaman ${number}`, { x: 40, y: 500, size: 14, font });
    page.drawText('Di hulu airnya jernih.', { x: 40, y: 470, size: 14, font });
  }
  const [first] = book.getPages();
  if (first === undefined) throw new Error('a book has a page');
  const annotations = [
    link(book, [40, 400, 200, 430], { Dest: [at(book, 7), 'Fit'] }),
    link(book, [40, 350, 200, 380], { A: { S: 'URI', URI: PDFString.of('https://perpustakaan.example/sungai') } }),
    link(book, [40, 300, 200, 330], { A: { S: 'URI', URI: PDFString.of('javascript:alert(1)') } }),
  ];
  first.node.set(PDFName.of('Annots'), book.context.obj(annotations));
  addOutline(book, [['Hulu', 1], ['Tengah', 5], ['Muara', 9]]);
  return book.save();
}

function link(book: PDFDocument, rect: readonly number[], to: object): PDFRef {
  return book.context.register(book.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [...rect], Border: [0, 0, 0], ...to } as never));
}

function at(book: PDFDocument, number: number): PDFRef {
  return (book.getPage(number - 1) satisfies PDFPage).ref;
}

function addOutline(book: PDFDocument, chapters: readonly (readonly [string, number])[]): void {
  const { context } = book;
  const root = context.nextRef();
  const refs = chapters.map(() => context.nextRef());
  chapters.forEach(([title, number], index) => {
    const place = PDFArray.withContext(context);
    for (const part of [at(book, number), PDFName.of('XYZ'), PDFNumber.of(0), PDFNumber.of(600), PDFNumber.of(0)]) place.push(part);
    const [next, previous] = [refs[index + 1], refs[index - 1]];
    const entry = context.obj({ Title: PDFString.of(title), Parent: root, Dest: place, ...(next && { Next: next }), ...(previous && { Prev: previous }) });
    const ref = refs[index];
    if (ref !== undefined) context.assign(ref, entry);
  });
  const [first, last] = [refs.at(0), refs.at(-1)];
  if (first === undefined || last === undefined) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: chapters.length }));
  book.catalog.set(PDFName.of('Outlines'), root);
}
