import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Visitor } from '../../support/page';
import { aBookWithContents } from './a-book-with-contents';
import { aFileInstead } from './a-file-instead';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf, type Account } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

const pages = 12;
let account: Account;
let titleId: string;
let book: { name: string; bytes: Uint8Array };
let visitor: Visitor;
beforeAll(async () => {
  [account, titleId] = [await anAccount(), await aPublishedBook(1)];
  book = { name: 'isi.pdf', bytes: await aBookWithContents(pages) };
});
afterEach(() => visitor.leave());

async function open(device: 'phone' | 'desktop', screen?: { readonly deviceScaleFactor: number }) {
  visitor = await aVisitOf(account, device, screen);
  const loanId = await aLoanOf(visitor, titleId);
  await aFileInstead(visitor.page, () => book);
  // each test begins on the first page: places have tests of their own
  await visitor.page.route('**/api/titles/*/reading', (route) => route.fulfill({ json: {} }));
  await visitor.page.goto(`/read/${loanId}`);
  const reader = theReader(visitor.page);
  await reader.isSharp();
  return { page: visitor.page, reader };
}

describe('the text of a page', () => {
  test('can be selected and copied', async () => {
    const { page } = await open('desktop');
    const line = page.locator('[data-page="1"] .textLayer span', { hasText: 'Sungai mengalir' });
    await line.waitFor();
    const box = await line.boundingBox();
    if (box === null) throw new Error('the line is nowhere');
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toContain('mengalir pada halaman');
  });

  test('lies where its picture is', async () => {
    const { page } = await open('desktop');
    const line = await page.locator('[data-page="1"] .textLayer span', { hasText: 'Sungai mengalir' }).boundingBox();
    const sheet = await page.locator('[data-page="1"]').boundingBox();
    if (line === null || sheet === null) throw new Error('the page is nowhere');
    // written at 40, 500 of a page of 400 by 600, whose y grows upwards
    expect((line.x - sheet.x) / sheet.width).toBeCloseTo(40 / 400, 1);
    expect((line.y + line.height - sheet.y) / sheet.height).toBeCloseTo(100 / 600, 1);
  });

  test.each(['phone', 'desktop'] as const)('is what a screen reader gets, page by page, on a %s', async (device) => {
    const { page } = await open(device);
    const region = page.getByRole('region', { name: 'Halaman 1', exact: true });
    expect(await region.ariaSnapshot()).toContain('Sungai mengalir pada halaman 1');
    expect(await page.locator('.reader-hidden[role="status"]').innerText()).toBe('Halaman 1 dari 12');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('region', { name: 'Halaman 2', exact: true }).getByText('halaman 2').waitFor();
    await page.locator('.reader-hidden[role="status"]', { hasText: 'Halaman 2 dari 12' }).waitFor();
    // pages that only wait beside it are not read aloud
    if (device === 'phone') expect(await page.locator('.reader-slide:not([inert])').count()).toBe(1);
  });
});

describe('ways to go', () => {
  test('keys turn pages: arrows, Home, End; and zoom', async () => {
    const { page, reader } = await open('desktop');
    for (const [key, wanted] of [['ArrowRight', 2], ['ArrowRight', 3], ['ArrowLeft', 2], ['End', 12], ['Home', 1]] as const) {
      await page.keyboard.press(key);
      await reader.isAt(wanted);
    }
    await page.keyboard.press('+');
    await page.locator('.reader-zoom', { hasText: '125 %' }).waitFor();
    await page.keyboard.press('0');
    await page.locator('.reader-zoom', { hasText: '100 %' }).waitFor();
  });

  test('on a phone the space bar and Page Down turn them too', async () => {
    const { page, reader } = await open('phone');
    await page.keyboard.press('Space');
    await reader.isAt(2);
    await page.keyboard.press('PageDown');
    await reader.isAt(3);
    await page.keyboard.press('PageUp');
    await reader.isAt(2);
  });

  test('the table of contents leads to its chapters', async () => {
    const { page, reader } = await open('desktop');
    await page.getByRole('button', { name: 'Daftar isi' }).click();
    await page.getByRole('button', { name: 'Tengah' }).click();
    await reader.isAt(5);
    await page.getByRole('button', { name: 'Muara' }).click();
    await reader.isAt(9);
    await page.keyboard.press('Escape');
    await page.locator('.reader-panel').waitFor({ state: 'detached' });
  });

  test('a link in the page goes to its page; one to the web opens beside; a script of the book leads nowhere', async () => {
    const { page, reader } = await open('desktop');
    const outside = page.locator('[data-page="1"] a.reader-link');
    await outside.waitFor();
    expect(await outside.getAttribute('href')).toBe('https://perpustakaan.example/sungai');
    expect(await outside.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await page.locator('[data-page="1"] .reader-link').count()).toBe(2);
    await page.locator('[data-page="1"] button.reader-link').click();
    await reader.isAt(7);
  });

  test('the slider goes to where it comes to rest', async () => {
    const { page, reader } = await open('desktop');
    await page.getByRole('slider').fill('8');
    await reader.isAt(8);
  });
});

describe('how the page looks', () => {
  test('dark pages stay dark on this device', async () => {
    const { page, reader } = await open('phone');
    await page.getByRole('button', { name: 'Halaman gelap' }).click();
    await page.locator('.reader[data-dark="true"]').waitFor();
    expect(await page.locator('[data-page="1"] .reader-picture').evaluate((picture) => getComputedStyle(picture).filter)).toContain('invert');
    await page.reload();
    await reader.isSharp();
    await page.locator('.reader[data-dark="true"]').waitFor();
    await page.getByRole('button', { name: 'Halaman terang' }).click();
    await page.locator('.reader[data-dark="false"]').waitFor();
  });

  test('full screen and back', async () => {
    const { page } = await open('desktop');
    await page.getByRole('button', { name: 'Layar penuh' }).click();
    await page.waitForFunction(() => document.fullscreenElement?.classList.contains('reader') === true);
    await page.getByRole('button', { name: 'Keluar dari layar penuh' }).click();
    await page.waitForFunction(() => document.fullscreenElement === null);
  });

  test('two fingers zoom in, and the page is drawn anew as sharp as before', async () => {
    const { page, reader } = await open('phone');
    const before = await reader.canvasWidth(1);
    await reader.pinch(2);
    await page.waitForFunction((width) => (document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas')?.width ?? 0) > width * 1.5, before);
    expect(await reader.crispness(1)).toBeGreaterThan(0.98);
    await reader.pinch(0.25);
    await page.waitForFunction((width) => (document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas')?.width ?? 0) <= width, before);
  });

  test('fit width makes the page as wide as the window', async () => {
    const { page } = await open('desktop');
    const width = () => page.locator('[data-page="1"]').evaluate((sheet) => sheet.getBoundingClientRect().width);
    expect(await width()).toBeLessThan(900);
    await page.getByRole('button', { name: 'Paskan lebar' }).click();
    await page.waitForFunction(() => (document.querySelector('[data-page="1"]')?.getBoundingClientRect().width ?? 0) > 1150);
    await page.getByRole('button', { name: 'Perkecil' }).click();
    await page.waitForFunction(() => (document.querySelector('[data-page="1"]')?.getBoundingClientRect().width ?? 0) < 1100);
  });

  test.each([2, 3])('crisp on a screen of %d pixels a point; beyond 12 million pixels softer, never larger', async (deviceScaleFactor) => {
    const { page, reader } = await open('phone', { deviceScaleFactor });
    expect(await reader.crispness(1)).toBeGreaterThan(0.98);
    for (let step = 0; step < 9; step += 1) await page.getByRole('button', { name: 'Perbesar' }).click();
    await page.waitForFunction(() => (document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas')?.width ?? 0) > 2500);
    await reader.isSharp();
    const pixels = await page.locator('.reader canvas').evaluateAll((canvases) => (canvases as HTMLCanvasElement[]).map(({ width, height }) => width * height));
    expect(Math.max(...pixels)).toBeLessThan(12_100_000);
    // what waits beside a page that is held close is not drawn as close
    expect(pixels.reduce((sum, one) => sum + one, 0)).toBeLessThan(20_000_000);
  });
});
