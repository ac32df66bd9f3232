export type Size = { readonly width: number; readonly height: number };

/** How large pages are shown: fitted by a measure, then times a factor. */
export type Zoom = { readonly fit: 'auto' | 'width' | 'page'; readonly factor: number };

export const defaultZoom: Zoom = { fit: 'auto', factor: 1 };

/** Lines longer than this are hard to follow: a wide window does not blow a page up by itself. */
const comfortableWidth = 880;
const factorAtLeast = 0.5;
const factorAtMost = 6;
const gap = 16;

/** The size of a page on the screen, on whole pixels of the device so that its picture stays crisp. */
export function sheetSize(natural: Size, area: Size, zoom: Zoom, ratio: number): Size {
  const byHeight = (area.height * natural.width) / natural.height;
  const fitted = { auto: Math.min(area.width, comfortableWidth), width: area.width, page: Math.min(area.width, byHeight) }[zoom.fit];
  const width = Math.max(1, Math.floor(fitted * zoom.factor * ratio)) / ratio;
  return { width, height: Math.max(1, Math.round(((width * natural.height) / natural.width) * ratio)) / ratio };
}

export function zoomed(zoom: Zoom, by: number): Zoom {
  return { ...zoom, factor: Math.min(factorAtMost, Math.max(factorAtLeast, zoom.factor * by)) };
}

/** All pages one below the other. */
export type Column = { readonly tops: readonly number[]; readonly sizes: readonly Size[]; readonly height: number; readonly width: number };

export function column(pages: number, sizeOf: (page: number) => Size): Column {
  const tops: number[] = [];
  const sizes: Size[] = [];
  let top = gap;
  let width = 0;
  for (let page = 1; page <= pages; page += 1) {
    const size = sizeOf(page);
    tops.push(top);
    sizes.push(size);
    top += size.height + gap;
    width = Math.max(width, size.width);
  }
  return { tops, sizes, height: top, width };
}

/** The page that stands at a height of the column; the gap below a page counts as that page's. */
export function pageAt({ tops }: Column, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    if ((tops[middle] ?? 0) > y) high = middle - 1;
  }
  return low + 1;
}
