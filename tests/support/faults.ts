import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };
type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> };

/** What axe-core finds wrong in light, and of the colours in dark; what is wider than the window; what is smaller than a finger. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // a colour on its way to another is neither
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const inLight = await violations(page, {});
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inDark = await violations(page, { runOnly: ['color-contrast'] });
  return [...inLight, ...inDark.map((found) => `in dark, ${found}`), ...(await sizeFaults(page))];
}

async function violations(page: Page, options: object): Promise<string[]> {
  const found = await page.evaluate(async (asked) => (await (window as unknown as { axe: Axe }).axe.run(document, asked)).violations, options);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function sizeFaults(page: Page): Promise<string[]> {
  // a phone's own window grows with a page that is too wide, so it is measured against what was asked for
  const width = page.viewportSize()?.width ?? 0;
  return page.evaluate((windowWidth) => {
    const small = [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary, textarea')].filter((element) => {
      const box = (element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element).getBoundingClientRect();
      const isSeen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && getComputedStyle(element).visibility === 'visible';
      return isSeen && (box.width < 43.5 || box.height < 43.5);
    });
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [
      ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `an id that stands twice: ${id}`),
      ...(document.documentElement.scrollWidth > windowWidth ? [`wider than the window: ${document.documentElement.scrollWidth}`] : []),
      ...small.map((element) => `smaller than a finger: ${element.tagName} ${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 30)}`),
    ];
  }, width);
}
