import type { Position } from '@/lib/domain/reading/position';
import type { OpenBook } from '../book/open';
import type { Size, Zoom } from './layout';
import type { Settled, SheetEvents, Sought } from './page-sheet';

/** Where to go, each time anew: going twice to the same page is two jumps. */
export type Jump = { readonly to: Position; readonly count: number };

let jumps = 0;

export function jumpTo(to: Position): Jump {
  jumps += 1;
  return { to, count: jumps };
}

/** A point of the screen that stays where it is while the zoom changes. */
export type Focus = { readonly x: number; readonly y: number };

export type ViewProps = SheetEvents & {
  readonly book: OpenBook | null;
  readonly pages: number;
  readonly position: Position;
  readonly jump: Jump;
  readonly zoom: Zoom;
  readonly naturalSizeOf: (page: number) => Size;
  /** Pages that are as good as they get, sharp or broken. */
  readonly settledPages: ReadonlyMap<number, Settled>;
  readonly sought: Sought | null;
  readonly onPosition: (position: Position) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onTap: () => void;
};
