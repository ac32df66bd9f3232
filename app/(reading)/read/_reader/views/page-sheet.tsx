import { useTranslations } from 'next-intl';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { Destination } from '../book/links';
import type { OpenBook } from '../book/open';
import type { Size } from './layout';
import { PageLinks } from './page-links';
import { Picture } from './picture';
import { TextOfPage } from './text-of-page';

export type SheetEvents = {
  /** The page's own size, once known. */
  readonly onNaturalSize: (page: number, size: Size) => void;
  readonly onSettled: (page: number, settled: Settled | null) => void;
  readonly onFollow: (to: Destination) => void;
};

/** How a page stands: its picture at the screen's own resolution, or a line that it cannot be shown. */
export type Settled = 'sharp' | 'broken';

export type Sought = { readonly query: string; readonly page: number; readonly index: number };

type SheetProps = SheetEvents & {
  readonly book: OpenBook | null;
  readonly page: number;
  readonly size: Size;
  /** False: the blank sheet only, until more urgent pages stand. */
  readonly mayPaint: boolean;
  /** It is being read, and not only waiting beside. */
  readonly isRead: boolean;
  readonly withText: boolean;
  readonly sought: Sought | null;
};

/** One page: a blank sheet of the right size at once, then its picture, then the text that can be selected and heard. */
export function PageSheet({ book, page, size, mayPaint, isRead, withText, sought, onNaturalSize, onSettled, onFollow }: SheetProps) {
  const t = useTranslations('reader');
  const [opened, setOpened] = useState<{ readonly book: OpenBook; readonly proxy: PDFPageProxy } | null>(null);
  // of which book it is broken: the file that replaces it may be whole
  const [broken, setBroken] = useState<OpenBook | null>(null);
  const isBroken = book !== null && broken === book;
  const [isWanted, setWanted] = useState(mayPaint);
  if (mayPaint && !isWanted) setWanted(true);
  const proxy = opened?.book === book ? opened?.proxy : undefined;

  useEffect(() => {
    if (book === null || !isWanted) return;
    let gone = false;
    let mine: PDFPageProxy | null = null;
    book.document.getPage(page).then(
      (got) => {
        mine = got;
        if (gone) return void got.cleanup();
        const { width, height } = got.getViewport({ scale: 1 });
        onNaturalSize(page, { width, height });
        setOpened({ book, proxy: got });
      },
      () => !gone && setBroken(book),
    );
    return () => {
      gone = true;
      // What a page took to draw is given back when it leaves, so that a long book takes no more than a short one.
      mine?.cleanup();
    };
  }, [book, page, isWanted, onNaturalSize]);

  useEffect(() => {
    if (!isBroken) return;
    onSettled(page, 'broken');
    return () => onSettled(page, null);
  }, [isBroken, page, onSettled]);

  return (
    <section className="reader-sheet" style={{ width: size.width, height: size.height }} aria-label={t('pageLabel', { page })} data-page={page}>
      {proxy !== undefined && book !== null && !isBroken && <Picture book={book} page={proxy} size={size} mayPaint={mayPaint} isRead={isRead} onSettled={onSettled} onBroken={() => setBroken(book)} />}
      {proxy !== undefined && book !== null && withText && <TextOfPage pdfjs={book.pdfjs} page={proxy} width={size.width} sought={sought} />}
      {proxy !== undefined && withText && <PageLinks page={proxy} onFollow={onFollow} />}
      {isBroken && <p className="reader-broken">{t('pageBroken')}</p>}
    </section>
  );
}
