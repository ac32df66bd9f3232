import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { column, pageAt, sheetSize, zoomed, type Column } from './layout';
import { PageSheet } from './page-sheet';
import { usePixelRatio, useSize } from './use-measure';
import { usePinch } from './use-pinch';
import type { ViewProps } from './view-props';

/** What stays where it is when the layout changes: a point of a page, and where on the screen it stands. */
type Anchor = { readonly page: number; readonly x: number; readonly y: number; readonly atX: number; readonly atY: number };

const margin = 24;

/** All pages in one scroll, for the desktop. Only those on the screen and their neighbours exist. */
export function ScrollView({ book, pages, position, jump, zoom, naturalSizeOf, settledPages, sought, onPosition, onZoom, onTap, ...events }: ViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const jumped = useRef(-1);
  const placedAt = useRef<number | null>(null);
  const area = useSize(scroller);
  const ratio = usePixelRatio();
  const [visible, setVisible] = useState({ first: position.page, last: position.page });

  const pagesLaid = useMemo<Column | null>(() => {
    if (area === null) return null;
    const room = { width: Math.max(100, area.width - 2 * margin), height: Math.max(100, area.height - 2 * margin) };
    return column(pages, (page) => sheetSize(naturalSizeOf(page), room, zoom, ratio));
  }, [area, pages, naturalSizeOf, zoom, ratio]);
  const stripWidth = Math.max(area?.width ?? 0, (pagesLaid?.width ?? 0) + 2 * margin);

  usePinch(scroller, () => strip.current, (by, focus) => {
    if (pagesLaid === null || scroller.current === null) return;
    const box = scroller.current.getBoundingClientRect();
    anchor.current = anchorAt(pagesLaid, scroller.current, stripWidth, focus.x - box.left, focus.y - box.top);
    onZoom(zoomed(zoom, by));
  });

  // After each change of layout or jump the same place stands at the same height of the screen.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || pagesLaid === null) return;
    if (jumped.current !== jump.count) anchor.current = { page: jump.to.page, x: 0.5, y: jump.to.offset ?? 0, atX: element.clientWidth / 2, atY: jump.to.offset === undefined ? 8 : 0 };
    jumped.current = jump.count;
    const { page, x, y, atX, atY } = anchor.current ?? { page: position.page, x: 0.5, y: 0, atX: element.clientWidth / 2, atY: 8 };
    const size = pagesLaid.sizes[page - 1];
    if (size === undefined) return;
    element.scrollTo({ top: (pagesLaid.tops[page - 1] ?? 0) + y * size.height - atY, left: (stripWidth - size.width) / 2 + x * size.width - atX });
    placedAt.current = element.scrollTop;
    setVisible(visibleIn(pagesLaid, element));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the position follows from scrolling; it must not scroll
  }, [pagesLaid, stripWidth, jump]);

  const scrolled = () => {
    const element = scroller.current;
    if (element === null || pagesLaid === null || area === null) return;
    // Not the reader's doing: the echo of our own placing, or a window whose new layout is still to come.
    const isEcho = placedAt.current !== null && Math.abs(element.scrollTop - placedAt.current) < 2;
    placedAt.current = null;
    if (isEcho || element.clientHeight !== area.height || element.clientWidth !== area.width) return;
    const middle = anchorAt(pagesLaid, element, stripWidth, element.clientWidth / 2, 0);
    anchor.current = middle;
    const now = visibleIn(pagesLaid, element);
    if (now.first !== visible.first || now.last !== visible.last) setVisible(now);
    // The page that fills the upper third is the one being read.
    const read = anchorAt(pagesLaid, element, stripWidth, element.clientWidth / 2, element.clientHeight / 3);
    onPosition(read.page === middle.page ? { page: middle.page, offset: Math.min(1, Math.max(0, Number(middle.y.toFixed(3)))) } : { page: read.page });
  };

  const isSettled = range(visible.first, visible.last).every((page) => settledPages.has(page));
  const mounted = range(Math.max(1, visible.first - 1), Math.min(pages, visible.last + 1));

  return (
    <div className="reader-scroll" ref={scroller} onScroll={scrolled} onClick={onTap} tabIndex={0} data-reader-surface="">
      <div className="reader-strip" ref={strip} style={{ height: pagesLaid?.height, width: stripWidth }}>
        {pagesLaid !== null &&
          mounted.map((page) => {
            const size = pagesLaid.sizes[page - 1];
            if (size === undefined) return null;
            const isVisible = page >= visible.first && page <= visible.last;
            return (
              <div key={page} className="reader-place" style={{ top: pagesLaid.tops[page - 1], left: (stripWidth - size.width) / 2 }}>
                <PageSheet {...events} book={book} page={page} size={size} mayPaint={isVisible || isSettled} isRead={isVisible} withText sought={sought} />
              </div>
            );
          })}
      </div>
    </div>
  );
}

function anchorAt(laid: Column, element: HTMLElement, stripWidth: number, atX: number, atY: number): Anchor {
  const page = pageAt(laid, element.scrollTop + atY);
  const size = laid.sizes[page - 1] ?? { width: 1, height: 1 };
  const x = (element.scrollLeft + atX - (stripWidth - size.width) / 2) / size.width;
  return { page, x, y: (element.scrollTop + atY - (laid.tops[page - 1] ?? 0)) / size.height, atX, atY };
}

function visibleIn(laid: Column, element: HTMLElement): { first: number; last: number } {
  return { first: pageAt(laid, element.scrollTop), last: pageAt(laid, element.scrollTop + element.clientHeight) };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
