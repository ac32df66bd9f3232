/** Sideways keys turn pages everywhere; those that scroll do so where there is something to scroll. */
export function keyTurns(event: KeyboardEvent, isWide: boolean, page: number, pages: number): number | null {
  const onButton = event.target instanceof Element && event.target.closest('a, button') !== null;
  if (event.key === 'ArrowRight') return Math.min(pages, page + 1);
  if (event.key === 'ArrowLeft') return Math.max(1, page - 1);
  if (event.key === 'Home') return 1;
  if (event.key === 'End') return pages;
  if (isWide) return null;
  if (event.key === 'PageDown' || (event.key === ' ' && !event.shiftKey && !onButton)) return Math.min(pages, page + 1);
  if (event.key === 'PageUp' || (event.key === ' ' && event.shiftKey && !onButton)) return Math.max(1, page - 1);
  return null;
}
