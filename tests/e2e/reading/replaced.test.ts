import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Visitor } from '../../support/page';
import { aLoanOf, aNormalisedForm, anAccount, aPublishedBook, aReplacedFile, aVisitOf } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

let visitor: Visitor;
afterEach(() => visitor.leave());

/** A book of 30 pages, open at a page of it; whether another file has come is seen with the next part that is fetched. */
async function openAt(wanted: number, device: 'phone' | 'desktop') {
  const titleId = await aPublishedBook(30);
  visitor = await aVisitOf(await anAccount(), device);
  const { page } = visitor;
  const reader = theReader(page);
  await reader.addressesEndAtOnce();
  await page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
  await reader.isSharp();
  await reader.goTo(wanted);
  return { titleId, page, reader };
}

async function nothingIsBroken(): Promise<void> {
  expect(await visitor.page.locator('.reader-broken, .reader-failed').count()).toBe(0);
}

describe('the file changes while the reader stands open', () => {
  test.each(['phone', 'desktop'] as const)('a librarian replaces it: the new one opens at the page that was asked for, on a %s', async (device) => {
    const { titleId, page, reader } = await openAt(12, device);
    await aReplacedFile(titleId, 30, 'Laut berombak');
    await reader.turnTo(22);
    await page.locator('[data-page="22"] .textLayer', { hasText: 'Laut berombak pada halaman 22' }).waitFor();
    await reader.isAt(22);
    await nothingIsBroken();
    await reader.isSaved(titleId, 22);
  });

  test.each(['phone', 'desktop'] as const)('a shorter one comes: the place is its last page, on a %s', async (device) => {
    const { titleId, page, reader } = await openAt(12, device);
    await aReplacedFile(titleId, 6, 'Laut berombak');
    await reader.turnTo(22);
    await page.locator('[data-page="6"] .textLayer', { hasText: 'Laut berombak pada halaman 6' }).waitFor();
    await reader.isAt(6);
    await page.getByText('/ 6', { exact: true }).waitFor();
    await nothingIsBroken();
  });

  test('its normalised form comes: the same page, the same words', async () => {
    const { titleId, page, reader } = await openAt(12, 'phone');
    const key = await aNormalisedForm(titleId, 30);
    const reopened = page.waitForResponse((response) => response.url().includes(key) && response.status() === 206);
    await reader.turnTo(21);
    await reopened;
    await reader.isAt(21);
    expect(await reader.textOfPage(21)).toContain('Sungai mengalir pada halaman 21');
    await nothingIsBroken();
  });
});
