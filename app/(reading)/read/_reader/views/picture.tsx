import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { OpenBook } from '../book/open';
import { paint, pictureWidth, pixelsAtMost, release } from '../book/paint';
import { unlessStuck } from '../book/stuck';
import type { Size } from './layout';
import type { Settled } from './page-sheet';
import { usePixelRatio } from './use-measure';

/** The first picture has a quarter of the pixels on a side: there in a moment, and sharp enough to know the page by. */
const roughness = 4;

type PictureProps = {
  readonly book: OpenBook;
  readonly page: PDFPageProxy;
  readonly size: Size;
  readonly mayPaint: boolean;
  /** False: a neighbour of what is being read, which need not be as sharp when the page is held close. */
  readonly isRead: boolean;
  readonly onSettled: (page: number, settled: Settled | null) => void;
  readonly onBroken: () => void;
};

/** A page's picture: low resolution first, then sharp. At another zoom the old one is stretched until the new one is ready, so nothing flickers. */
export function Picture({ book, page, size, mayPaint, isRead, onSettled, onBroken }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const painted = useRef(0);
  const ratio = usePixelRatio();
  const settled = useEffectEvent(onSettled);
  const broken = useEffectEvent(onBroken);

  useEffect(() => {
    const shown = frame.current;
    const pixels = pictureWidth(page, size.width, ratio, isRead ? pixelsAtMost.read : pixelsAtMost.beside);
    if (!mayPaint || shown === null || painted.current === pixels) return;
    const leave = new AbortController();
    const show = (canvas: HTMLCanvasElement) => {
      if (leave.signal.aborted) return release(canvas);
      replace(shown, canvas);
    };
    const draw = async () => {
      const drawn = (width: number) => unlessStuck(paint(page, width, leave.signal), () => book.source.isFetching);
      if (shown.firstChild === null) show(await drawn(Math.ceil(pixels / roughness)));
      show(await drawn(pixels));
      painted.current = pixels;
      settled(page.pageNumber, 'sharp');
    };
    draw().catch(() => !leave.signal.aborted && broken());
    return () => leave.abort();
  }, [book, page, size.width, ratio, mayPaint, isRead]);

  useEffect(() => {
    const shown = frame.current;
    return () => {
      if (shown !== null) replace(shown, null);
      painted.current = 0;
      settled(page.pageNumber, null);
    };
  }, [page]);

  return <div className="reader-picture" ref={frame} aria-hidden="true" />;
}

function replace(shown: HTMLElement, canvas: HTMLCanvasElement | null): void {
  const before = [...shown.querySelectorAll('canvas')];
  if (canvas !== null) shown.append(canvas);
  for (const old of before) {
    old.remove();
    release(old);
  }
}
