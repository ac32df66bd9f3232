import { useCallback, useState } from 'react';
import type { OpenBook } from './book/open';
import type { ReaderProps } from './reader';
import type { Size } from './views/layout';
import type { Settled } from './views/page-sheet';

const paperA4: Size = { width: 595, height: 842 };

/** What is known of each page: its own size once it was opened, and how it stands on the screen. */
export function usePageFacts(book: OpenBook | null, { pageWidth, pageHeight }: ReaderProps['content']) {
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const [settledPages, setSettled] = useState<ReadonlyMap<number, Settled>>(new Map());
  const onNaturalSize = useCallback((page: number, size: Size) => setSizes((known) => (isSame(known.get(page), size) ? known : new Map(known).set(page, size))), []);
  const onSettled = useCallback((page: number, settled: Settled | null) => setSettled((known) => ((known.get(page) ?? null) === settled ? known : changed(known, page, settled))), []);

  // Another file has other pages.
  const [sizesOf, setSizesOf] = useState(book);
  if (book !== null && book !== sizesOf) {
    setSizesOf(book);
    if (sizesOf !== null) setSizes(new Map());
  }

  const firstSize = sizes.get(1);
  const naturalSizeOf = useCallback(
    (page: number): Size => {
      const shaped = pageWidth !== null && pageHeight !== null ? { width: pageWidth, height: pageHeight } : undefined;
      return sizes.get(page) ?? shaped ?? firstSize ?? paperA4;
    },
    [sizes, firstSize, pageWidth, pageHeight],
  );
  return { settledPages, onNaturalSize, onSettled, naturalSizeOf };
}

function isSame(one: Size | undefined, other: Size): boolean {
  return one?.width === other.width && one.height === other.height;
}

function changed(known: ReadonlyMap<number, Settled>, page: number, settled: Settled | null): ReadonlyMap<number, Settled> {
  const next = new Map(known);
  if (settled !== null) next.set(page, settled);
  if (settled === null) next.delete(page);
  return next;
}
