import { afterAll, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { libraryDatabaseUrl, libraryUrl } from './library-address';

export { libraryUrl, libraryDatabaseUrl };

const windows = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** A call that this test means to be refused: `mayRefuse(409, /loans/)`. */
  mayRefuse(status: number, path: RegExp): void;
  /** Closes the window; throws when a page wrote an error or made a call that was refused. */
  leave(): Promise<void>;
};

// a promise, so that a browser that is still opening when a test gives up is closed too
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());
// a machine with other work to do, a first unpacking, a page with pictures
jest.setTimeout(90_000);

/** Somebody with a window of their own and no cookies. */
export async function aVisitor({ device = 'phone', locale = 'id-ID', screen = {} }: { device?: keyof typeof windows; locale?: string; screen?: { readonly deviceScaleFactor?: number } } = {}): Promise<Visitor> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ baseURL: libraryUrl, locale, timezoneId: 'Asia/Makassar', ...windows[device], ...screen });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  const expected: { status: number; path: RegExp }[] = [];
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('console', (message) => {
    // the browser's own line about a refused call; the call itself is judged below
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(`console: ${message.text()}`);
  });
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() < 400 || expected.some(({ status, path }) => status === response.status() && path.test(pathname))) return;
    problems.push(`${response.request().method()} ${pathname} answered ${response.status()}`);
  });
  return {
    page,
    context,
    mayRefuse: (status, path) => void expected.push({ status, path }),
    leave: async () => {
      for (const open of context.pages()) await open.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
      if (problems.length > 0) throw new Error(`the visit was not clean:\n${problems.join('\n')}`);
    },
  };
}
