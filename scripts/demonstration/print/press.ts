import type { Book } from '../book';
import { jpegOf } from '../picture/canvas';
import { type CoverDesign, paintCover } from '../picture/cover';
import { palettes } from '../picture/palette';
import { sceneSheet } from '../picture/scene';
import { seedOf } from '../seed';
import { subjectNamed } from '../text/subjects';
import { writer } from '../text/compose';
import { contentsPageCount, contentsPages, coverPage, type Imprint, imprintPage, titlePage } from './front-matter';
import { Ink, type Jpeg } from './ink';
import { colourOf, interior } from './interior';
import { pictureBookPages } from './picture-book';
import { scannedPages } from './scan';
import { Typesetter } from './typesetter';
import { writePdf } from './write-pdf';

export type PrintedBook = { readonly pdf: Buffer; readonly pages: number; readonly pageWidth: number; readonly pageHeight: number };

/** Prints a book: always the same pages for the same book. */
export async function printBook(book: Book): Promise<PrintedBook> {
  const look = interior({ format: book.format, family: book.family, size: bodySize(book), accent: colourOf(coverDesign(book).palette.dark), language: book.language });
  const pictures = seedOf(`${book.slug}/pictures`);
  const picture = (scene: string, width: number, height: number): Jpeg => jpegOf(sceneSheet(scene, width * 2.3, height * 2.3, pictures), 90);
  const setter = new Typesetter(look, book.title, picture);
  const cover = jpegOf(paintCover(look.width * 1.6, look.height * 1.6, book, coverDesign(book), seedOf(`${book.slug}/cover`)), 82);
  setter.insert(coverPage(look, cover));
  if (book.kind === 'typeset') setChapters(book, setter, look);
  if (book.kind === 'picture-book') for (const page of pictureBookPages(book, look, pictures)) setter.insert(page);
  if (book.kind === 'scan') for (const page of scannedPages(book, look)) setter.insert(page);
  const pages = setter.finished();
  const pdf = await writePdf({ title: book.title, author: book.author, subject: book.subjects.join(', '), language: book.language, pages, outline: setter.outline });
  return { pdf, pages: pages.length, pageWidth: look.width, pageHeight: look.height };
}

export function coverDesign({ cover }: Book): CoverDesign {
  const palette = palettes[cover.palette];
  if (palette === undefined) throw new RangeError(`no palette is called ${cover.palette}`);
  return { ...cover, palette };
}

function setChapters(book: Book, setter: Typesetter, look: ReturnType<typeof interior>): void {
  const words = book.language === 'id' ? { contents: 'Daftar isi', chapter: 'Bab' } : { contents: 'Contents', chapter: 'Chapter' };
  const imprint = imprintOf(book);
  setter.insert(new Ink(look.width, look.height));
  setter.insert(titlePage(look, imprint));
  setter.insert(imprintPage(look, imprint));
  const contentsAt = Array.from({ length: contentsPageCount(look, book.chapters) }, () => setter.insert(null));
  const front = setter.pages.length;
  const write = writer(subjectNamed(book.subject), seedOf(`${book.slug}/text`), { cast: book.cast, pictureChance: book.pictureChance });
  for (let chapter = 1; chapter <= book.chapters; chapter += 1) {
    setter.openChapter(`${words.chapter} ${chapter}`, write.chapterTitle());
    for (const block of write.opening()) setter.place(block);
    const until = front + ((book.pages - front) * chapter) / book.chapters;
    do for (const block of write.portion()) setter.place(block);
    while (setter.pages.length < until);
    for (const block of write.closing()) setter.place(block);
  }
  contentsPages(look, words.contents, setter.outline).forEach((page, index) => {
    const at = contentsAt[index];
    if (at !== undefined) setter.pages[at] = page;
  });
}

function imprintOf(book: Book): Imprint {
  const lines =
    book.language === 'id'
      ? [`${book.title}${book.subtitle === undefined ? '' : `: ${book.subtitle}`}`, `Pengarang: ${book.author}`, `Penerbit: ${book.publisher}, ${book.year}`, 'Buku ini dibuat untuk peragaan Pinjam. Pengarang, penerbit, tempat, dan isinya rekaan; kalimatnya disusun oleh sebuah program dan boleh berulang. Isinya bukan nasihat.', 'Disusun dengan huruf Literata, Lora, dan Plus Jakarta Sans.']
      : [`${book.title}${book.subtitle === undefined ? '' : `: ${book.subtitle}`}`, `Author: ${book.author}`, `Publisher: ${book.publisher}, ${book.year}`, 'This book was made for the demonstration of Pinjam. Its author, publisher, places and contents are invented; its sentences are put together by a program and may repeat. It advises nobody.', 'Set in Literata, Lora and Plus Jakarta Sans.'];
  return { ...book, lines };
}

function bodySize({ subject, format }: Book): number {
  if (subject === 'dongeng') return 13.5;
  return format === 'pocket' ? 9.6 : format === 'a4' ? 11.2 : 10.6;
}
