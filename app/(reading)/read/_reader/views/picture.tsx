import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useEffectEvent, useRef } from 'react';
import { paint, release } from '../book/paint';
import type { Size } from './layout';
import { usePixelRatio } from './use-measure';

/** The first picture has a quarter of the pixels on a side: there in a moment, and sharp enough to know the page by. */
const roughness = 4;

type PictureProps = {
  readonly page: PDFPageProxy;
  readonly size: Size;
  readonly mayPaint: boolean;
  readonly onSharp: (page: number, sharp: boolean) => void;
  readonly onBroken: () => void;
};

/** A page's picture: low resolution first, then sharp. At another zoom the old one is stretched until the new one is ready, so nothing flickers. */
export function Picture({ page, size, mayPaint, onSharp, onBroken }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const painted = useRef(0);
  const ratio = usePixelRatio();
  const sharp = useEffectEvent(onSharp);
  const broken = useEffectEvent(onBroken);

  useEffect(() => {
    const shown = frame.current;
    const pixels = size.width * ratio;
    if (!mayPaint || shown === null || painted.current === pixels) return;
    const leave = new AbortController();
    const show = (canvas: HTMLCanvasElement) => {
      if (leave.signal.aborted) return release(canvas);
      replace(shown, canvas);
    };
    const draw = async () => {
      if (shown.firstChild === null) show(await paint(page, size.width, ratio / roughness, leave.signal));
      show(await paint(page, size.width, ratio, leave.signal));
      painted.current = pixels;
      sharp(page.pageNumber, true);
    };
    draw().catch(() => !leave.signal.aborted && broken());
    return () => leave.abort();
  }, [page, size.width, ratio, mayPaint]);

  useEffect(() => {
    const shown = frame.current;
    return () => {
      if (shown !== null) replace(shown, null);
      painted.current = 0;
      sharp(page.pageNumber, false);
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
