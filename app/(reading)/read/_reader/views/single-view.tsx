import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { sheetSize, zoomed } from './layout';
import { PageSheet } from './page-sheet';
import { usePixelRatio, useSize } from './use-measure';
import { usePinch } from './use-pinch';
import { useSwipe } from './use-swipe';
import { useTap } from './use-tap';
import type { Focus, ViewProps } from './view-props';

const closeUp = 2.2;

/** One page at a time, for the phone: a swipe turns it, two fingers zoom, a tap shows the bars. Its neighbours are ready beside it. */
export function SingleView({ book, pages, position, jump, zoom, naturalSizeOf, settledPages, sought, onPosition, onZoom, onTap, ...events }: ViewProps) {
  const surface = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const slide = useRef<HTMLDivElement>(null);
  const keep = useRef<{ readonly focus: Focus; readonly left: number; readonly top: number } | null>(null);
  const area = useSize(surface);
  const ratio = usePixelRatio();
  const page = position.page;
  const nearby = [page - 1, page, page + 1].filter((near) => near >= 1 && near <= pages);

  const zoomTo = (factor: number, focus: Focus) => {
    const box = slide.current?.firstElementChild?.getBoundingClientRect();
    if (box !== undefined) keep.current = { focus, left: (focus.x - box.left) / box.width, top: (focus.y - box.top) / box.height };
    onZoom(zoomed({ ...zoom, factor: 1 }, factor));
  };
  usePinch(surface, () => slide.current?.firstElementChild as HTMLElement | null, (by, focus) => zoomTo(zoom.factor * by, focus));
  useSwipe(track, (by) => isAtEdge(slide.current, by), (by) => page + by >= 1 && page + by <= pages, (by) => flushSync(() => onPosition({ page: page + by })));
  const tap = useTap(onTap, (focus) => zoomTo(zoom.factor > 1.01 ? 1 : closeUp, focus));

  // The point between the fingers stays under them.
  useLayoutEffect(() => {
    const scroller = slide.current;
    const box = scroller?.firstElementChild?.getBoundingClientRect();
    if (scroller === null || scroller === undefined || box === undefined || keep.current === null) return;
    const { focus, left, top } = keep.current;
    keep.current = null;
    scroller.scrollBy(box.left + left * box.width - focus.x, box.top + top * box.height - focus.y);
  }, [zoom]);

  useLayoutEffect(() => {
    slide.current?.scrollTo({ top: (jump.to.offset ?? 0) * slide.current.scrollHeight });
  }, [jump]);

  return (
    <div className="reader-single" ref={surface} onClick={tap} tabIndex={0} data-reader-surface="">
      <div className="reader-track" ref={track}>
        {area !== null &&
          nearby.map((near) => (
            <div key={near} className="reader-slide" ref={near === page ? slide : undefined} style={{ left: `${(near - page) * 100}%` }} inert={near !== page}>
              <PageSheet
                {...events}
                book={book}
                page={near}
                size={sheetSize(naturalSizeOf(near), area, zoom, ratio)}
                mayPaint={near === page || settledPages.has(page)}
                isRead={near === page}
                withText={near === page}
                sought={sought}
              />
            </div>
          ))}
      </div>
    </div>
  );
}

/** A page wider than the screen is moved first, and turned when its edge is reached. */
function isAtEdge(slide: HTMLElement | null, by: 1 | -1): boolean {
  if (slide === null) return false;
  return by === 1 ? slide.scrollLeft + slide.clientWidth >= slide.scrollWidth - 1 : slide.scrollLeft <= 1;
}
