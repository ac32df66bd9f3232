import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { aPictureBook } from '../../support/a-picture-book';
import { memoryOf } from '../../support/page-memory';
import { aFileInstead, type FileInstead } from './a-file-instead';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(240_000);

// 500 pages are measured by `npm run bench -- memory`; here, enough to see what grows with each.
const pages = 60;
let titleId: string;
let book: FileInstead;
beforeAll(async () => {
  titleId = await aPublishedBook(1);
  book = { name: 'gambar.pdf', bytes: await aPictureBook(pages) };
});

describe('memory stays flat however much of a book is read', () => {
  test.each([
    ['phone', { canvases: 5, pixels: 8_000_000 }],
    ['desktop', { canvases: 8, pixels: 12_000_000 }],
  ] as const)('on a %s: pictures of pages that have been left are gone', async (device, atMost) => {
    const visitor = await aVisitOf(await anAccount(), device);
    await aFileInstead(visitor.page, () => book);
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    for (let page = 1; page <= pages; page += 1) {
      if (page > 1) await visitor.page.keyboard.press('ArrowRight');
      await reader.isAt(page);
      if (page % 20 !== 0) continue;
      const memory = await memoryOf(visitor.page);
      expect(memory.canvasCount).toBeLessThanOrEqual(atMost.canvases);
      expect(memory.canvasPixels).toBeLessThan(atMost.pixels);
      expect(memory.bitmapCount).toBeLessThanOrEqual(12);
    }
    await visitor.leave();
  });
});
