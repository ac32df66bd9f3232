import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

/** What a person at the open book sees and does. */
export function theReader(page: Page) {
  const number = page.locator('.reader-number input');
  return {
    isSharp: () => page.waitForSelector('.reader[data-sharp="true"]'),
    pageNumber: async () => Number(await number.inputValue()),
    goTo: async (wanted: number) => {
      await number.fill(String(wanted));
      await number.press('Enter');
      await page.waitForFunction((asked) => document.querySelector<HTMLInputElement>('.reader-number input')?.value === String(asked), wanted);
      await page.waitForSelector('.reader[data-sharp="true"]');
    },
    textOfPage: (wanted: number) => page.locator(`.reader-sheet[data-page="${wanted}"] .textLayer`).innerText(),
    swipe: async (by: 1 | -1) => {
      const fingers = await page.context().newCDPSession(page);
      const from = by === 1 ? 300 : 60;
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y: 380 }] });
      for (let step = 1; step <= 6; step += 1) await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from - by * step * 35, y: 381 }] });
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    /** Waits until the library itself has the place. */
    isSaved: async (titleId: string, wanted: number) => {
      await eventually(async () => {
        const answer = await page.context().request.get(`/api/titles/${titleId}/reading`);
        const { position } = (await answer.json()) as { position: { page: number } | null };
        return position?.page === wanted ? true : null;
      });
    },
  };
}
