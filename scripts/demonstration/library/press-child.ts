// One press: prints the books that it is told to and hands them back. Runs in a process of its own, and loads nothing but what printing needs.
import { createHash } from 'node:crypto';
import { bookBySlug } from '../catalogue';
import type { Book } from '../book';
import { sheet } from '../picture/canvas';
import { paintCover } from '../picture/cover';
import { coverDesign, type PrintedBook, printBook } from '../print/press';
import { seedOf } from '../seed';

export type Pressed = PrintedBook & { readonly slug: string; readonly cover: { readonly hash: string; readonly pictures: readonly { readonly width: number; readonly webp: Buffer }[] } };

process.on('message', ({ slug }: { slug: string | null }) => {
  if (slug === null) return process.disconnect();
  press(bookBySlug(slug)).then(
    (pressed) => process.send?.(pressed),
    (error: unknown) => {
      process.stderr.write(`the press could not print ${slug}: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
// whoever ordered the books is gone
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function press(book: Book): Promise<Pressed> {
  return { ...(await printBook(book)), slug: book.slug, cover: coverOf(book) };
}

function coverOf(book: Book): Pressed['cover'] {
  const large = paintCover(480, 720, book, coverDesign(book), seedOf(`${book.slug}/cover`));
  const { canvas: small, brush } = sheet(240, 360);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(large, 0, 0, 240, 360);
  const webp = large.toBuffer('image/webp', 82);
  const hash = createHash('sha256').update(webp).digest('hex').slice(0, 32);
  return { hash, pictures: [{ width: 480, webp }, { width: 240, webp: small.toBuffer('image/webp', 80) }] };
}
