import { PDFDocument } from 'pdf-lib';

export type PdfShape = { pages?: number; title?: string; author?: string; words?: string; useObjectStreams?: boolean; paddingBytes?: number };

/** A PDF made for the test; `paddingBytes` make it so much longer with an attachment that does not compress. */
export async function aPdf({ pages = 1, title, author, words, useObjectStreams = true, paddingBytes }: PdfShape = {}): Promise<Buffer> {
  const book = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const page = book.addPage([400, 600]);
    if (words !== undefined) page.drawText(`${words} ${number}`, { x: 40, y: 500, size: 14 });
  }
  if (title !== undefined) book.setTitle(title);
  if (author !== undefined) book.setAuthor(author);
  if (paddingBytes !== undefined) await book.attach(noise(paddingBytes), 'lampiran.bin');
  return Buffer.from(await book.save({ useObjectStreams }));
}

function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
