import type { Browser } from 'playwright-core';
import { aPictureBook } from '@/tests/support/a-picture-book';
import { launchChromium } from '@/tests/support/chromium';
import { memoryOf, type PageMemory } from '@/tests/support/page-memory';
import { Client } from './client';
import { type Finding, rounded } from './measure';
import { loggedIn, someMembers } from './people';
import { publish } from './publish';

const pages = 500;
const windows = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/** What the reader holds on page 50 of a picture book of 500 pages, and on its last after having read every one. */
export async function readingMemory(origin: string): Promise<Finding[]> {
  const librarian = new Client(origin);
  await librarian.logIn('pustakawan@pinjam.example', 'pinjam-demo');
  const titleId = await publish(librarian, Buffer.from(await aPictureBook(pages)), 'Bergambar', 2);
  librarian.close();
  const browser = await launchChromium();
  try {
    const findings: Finding[] = [];
    for (const device of ['phone', 'desktop'] as const) findings.push(...(await readThrough(browser, origin, titleId, device)));
    return findings;
  } finally {
    await browser.close();
  }
}

async function readThrough(browser: Browser, origin: string, titleId: string, device: keyof typeof windows): Promise<Finding[]> {
  const [reader] = await loggedIn(origin, await someMembers(1));
  if (reader === undefined) throw new Error('nobody to read');
  const { id } = await reader.must<{ id: string }>('POST', `/api/titles/${titleId}/loans`, [200, 201]);
  const context = await browser.newContext(windows[device]);
  await context.addCookies(reader.cookiesFor(origin));
  const page = await context.newPage();
  await page.goto(`${origin}/read/${id}`);
  let early: PageMemory | null = null;
  for (let number = 1; number <= pages; number += 1) {
    if (number > 1) await page.keyboard.press('ArrowRight');
    await page.waitForFunction((at) => document.querySelector<HTMLInputElement>('.reader-number input')?.value === String(at) && document.querySelector('.reader[data-sharp="true"]') !== null, number, { timeout: 60_000 });
    if (number === 50) early = await memoryOf(page);
  }
  const late = await memoryOf(page);
  await context.close();
  reader.close();
  if (early === null) throw new Error('a book of fewer than 50 pages');
  return [
    { what: `reader’s heap on page ${pages} (${device})`, value: rounded(late.heapBytes / 2 ** 20), unit: 'MiB', beside: 'on page 50', besideValue: rounded(early.heapBytes / 2 ** 20), ratio: rounded(late.heapBytes / early.heapBytes), aim: 'flat' },
    { what: `living canvases on page ${pages} (${device})`, value: late.canvasCount, unit: `of ${rounded(late.canvasPixels / 1e6)} million pixels`, beside: 'on page 50', besideValue: early.canvasCount, aim: 'flat' },
    { what: `living bitmaps on page ${pages} (${device})`, value: late.bitmapCount, unit: '', beside: 'on page 50', besideValue: early.bitmapCount, aim: 'flat' },
  ];
}
