import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pool } from '@/lib/adapters/postgres/pool';
import { idOf } from '@/scripts/demonstration/library/ids';
import { launchChromium } from '@/tests/support/chromium';
import { Client } from './client';
import { type Finding, rounded } from './measure';
import { loggedIn, someMembers } from './people';
import { publish } from './publish';
import { corpora } from './records';

/** Bytes that come from the storage until page 1 stands sharp in a real browser, beside the size of the book. */
export async function firstPages(origin: string): Promise<Finding[]> {
  const librarian = new Client(origin);
  await librarian.logIn('pustakawan@pinjam.example', 'pinjam-demo');
  const browser = await launchChromium();
  try {
    const findings = [await firstPage(browser, origin, idOf('title', 'negeri-seribu-sungai'), 'the demonstration’s book of 320 pages')];
    const notation = join(corpora, 'pdf/books/notation.pdf');
    if (existsSync(notation)) {
      const titleId = await publish(librarian, readFileSync(notation), 'Notation');
      await normalised(titleId);
      findings.push(await firstPage(browser, origin, titleId, 'notation.pdf, normalised'));
    }
    return findings.flat();
  } finally {
    librarian.close();
    await browser.close();
  }
}

async function firstPage(browser: Browser, origin: string, titleId: string, name: string): Promise<Finding[]> {
  // whoever has it stands aside for the measurement: a copy more than the demonstration has
  await pool().query('INSERT INTO "Copy" ("titleId", "licenceId") SELECT "titleId", "id" FROM "Licence" WHERE "titleId" = $1', [titleId]);
  const [reader] = await loggedIn(origin, await someMembers(1));
  if (reader === undefined) throw new Error('nobody to read');
  const { id } = await reader.must<{ id: string }>('POST', `/api/titles/${titleId}/loans`, [200, 201]);
  const { sizeBytes, url } = await reader.must<{ sizeBytes: number; url: string }>('GET', `/api/loans/${id}/content`, [200]);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await context.addCookies(reader.cookiesFor(origin));
  const page = await context.newPage();
  const storage = new URL(url).origin;
  const fetched: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().startsWith(storage)) fetched.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize));
  });
  const from = performance.now();
  await page.goto(`${origin}/read/${id}`);
  await untilSharp(page);
  const ms = performance.now() - from;
  const untilThen = await Promise.all(fetched);
  const bytes = untilThen.reduce((sum, size) => sum + size, 0);
  await context.close();
  reader.close();
  return [
    { what: `bytes until page 1 of ${name} (${untilThen.length} requests)`, value: rounded(bytes / 1024), unit: 'KiB', beside: 'the file', besideValue: rounded(sizeBytes / 1024), ratio: rounded((bytes / sizeBytes) * 10_000) / 10_000, aim: 'under 0.03' },
    { what: `time until page 1 of ${name}`, value: rounded(ms), unit: 'ms' },
  ];
}

/** The sharp picture has as many pixels as the screen; the rough one before it a quarter on a side. */
async function untilSharp(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas');
      return canvas !== null && canvas.width >= canvas.clientWidth * window.devicePixelRatio * 0.95;
    },
    null,
    { timeout: 60_000 },
  );
}

/** The file is normalised after the answer, by a task that runs every five minutes. */
async function normalised(titleId: string): Promise<void> {
  for (let tries = 0; tries < 660; tries += 1) {
    const { rowCount } = await pool().query('SELECT 1 FROM "Content" WHERE "titleId" = $1 AND "normalisedAt" IS NOT NULL', [titleId]);
    if (rowCount === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
