import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

const pages = 40;
let titleId: string;
beforeAll(async () => {
  // some 4 MB
  titleId = await aPublishedBook(pages);
});

/** Requests for parts of the book so far. */
function partsOf(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => (count += /X-Amz-Signature/.test(request.url()) ? 1 : 0));
  return () => count;
}

async function openSearch(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox').waitFor();
  await page.keyboard.type(words);
}

describe('a search in the text fetches nearly the whole book', () => {
  test('so it says how much that is, and fetches nothing before the reader agrees; then the words are marked where they stand', async () => {
    const visitor = await aVisitOf(await anAccount(), 'desktop');
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    await reader.isQuiet();
    const parts = partsOf(visitor.page);
    await openSearch(visitor.page, 'HALAMAN 17');
    await visitor.page.getByText(/Pencarian mengunduh hampir seluruh buku, sampai (3,\d|4|4,\d) MB\./).waitFor();
    expect(await visitor.page.locator('.reader-hits button').count()).toBe(0);
    // the panel stands with its words typed for longer than a search waits for the next letter
    await visitor.page.waitForTimeout(600);
    expect(parts()).toBe(0);

    await visitor.page.getByRole('button', { name: 'Cari dalam seluruh buku' }).click();
    await visitor.page.locator('.reader-hits button').first().click();
    await visitor.page.waitForFunction(() => (CSS.highlights.get('reader-found-here')?.size ?? 0) === 1);
    expect(await reader.pageNumber()).toBe(17);
    expect(parts()).toBeGreaterThan(0);
    await visitor.page.getByText('Ditemukan di 1 tempat').waitFor();
    await visitor.leave();
  });

  test('it is asked once a loan, and another loan is asked again', async () => {
    const account = await anAccount();
    const visitor = await aVisitOf(account, 'desktop');
    const loanId = await aLoanOf(visitor, titleId);
    await visitor.page.goto(`/read/${loanId}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    await openSearch(visitor.page, 'halaman 3');
    await visitor.page.getByRole('button', { name: 'Cari dalam seluruh buku' }).click();
    await visitor.page.locator('.reader-hits button').first().waitFor();
    await visitor.page.reload();
    await reader.isSharp();
    await openSearch(visitor.page, 'halaman 4');
    await visitor.page.locator('.reader-hits button').first().waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Cari dalam seluruh buku' }).count()).toBe(0);

    await visitor.context.request.post(`/api/loans/${loanId}/return`);
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    await reader.isSharp();
    await openSearch(visitor.page, 'halaman 4');
    await visitor.page.getByRole('button', { name: 'Cari dalam seluruh buku' }).waitFor();
    await visitor.leave();
  });

  test('it shows how far it is, and can be stopped and gone on with', async () => {
    const visitor = await aVisitOf(await anAccount(), 'phone');
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    await theReader(visitor.page).isSharp();
    // the line lets nothing through after the first pages
    let isHeld = false;
    const held: (() => void)[] = [];
    await visitor.page.route(/X-Amz-Signature/, async (route) => {
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    isHeld = true;
    await openSearch(visitor.page, 'mengalir');
    await visitor.page.getByRole('button', { name: 'Cari dalam seluruh buku' }).click();
    await visitor.page.getByText(/Mencari, halaman \d+ dari 40/).waitFor();
    await visitor.page.getByRole('button', { name: 'Hentikan' }).click();
    await visitor.page.getByText(/Pencarian dihentikan di halaman \d+ dari 40/).waitFor();
    isHeld = false;
    for (const release of held) release();
    await visitor.page.getByRole('button', { name: 'Lanjutkan pencarian' }).click();
    await visitor.page.getByText('Ditemukan di 40 tempat').waitFor();
    await visitor.leave();
  });
});
