import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

/** What a person at the open book sees and does. */
export function theReader(page: Page) {
  const number = page.locator('.reader-number input');
  const turnTo = async (wanted: number) => {
    if (!(await number.isVisible())) await page.keyboard.press('Tab');
    await number.fill(String(wanted));
    await number.press('Enter');
  };
  return {
    isSharp: () => page.waitForSelector('.reader[data-sharp="true"]'),
    pageNumber: async () => Number(await number.inputValue()),
    isAt: async (wanted: number) => {
      await page.waitForFunction((asked) => document.querySelector<HTMLInputElement>('.reader-number input')?.value === String(asked), wanted);
      await page.waitForSelector('.reader[data-sharp="true"]');
    },
    /** Asks for a page, and does not wait for it. */
    turnTo,
    goTo: async (wanted: number) => {
      await turnTo(wanted);
      await page.waitForFunction((asked) => document.querySelector<HTMLInputElement>('.reader-number input')?.value === String(asked), wanted);
      await page.waitForSelector('.reader[data-sharp="true"]');
    },
    textOfPage: (wanted: number) => page.locator(`.reader-sheet[data-page="${wanted}"] .textLayer`).innerText(),
    /** Until every sheet there is, the neighbours' too, has its picture and its text: nothing more is wanted then. */
    isQuiet: () => page.waitForFunction(() => [...document.querySelectorAll('.reader-sheet')].every((sheet) => sheet.querySelector('canvas') !== null && sheet.querySelector('.textLayer .endOfContent') !== null)),
    /** From now on the content call's addresses end so soon that every part of the book is asked for with a new one. */
    addressesEndAtOnce: () =>
      page.route('**/api/loans/*/content', async (route) => {
        const answer = await route.fetch();
        if (!answer.ok()) return route.fulfill({ response: answer });
        const content = (await answer.json()) as { now: string };
        return route.fulfill({ json: { ...content, expiresAt: new Date(new Date(content.now).getTime() + 1).toISOString() } });
      }),
    canvasWidth: (wanted: number) => page.locator(`[data-page="${wanted}"] canvas`).evaluate((canvas) => (canvas as HTMLCanvasElement).width),
    /** Pixels of the picture for each pixel of the screen that it covers. */
    crispness: (wanted: number) => page.locator(`[data-page="${wanted}"] canvas`).evaluate((canvas) => (canvas as HTMLCanvasElement).width / (canvas.clientWidth * window.devicePixelRatio)),
    /** Two fingers around the middle, to so many times their distance. */
    pinch: async (by: number) => {
      const fingers = await page.context().newCDPSession(page);
      const at = (apart: number) => [{ x: 180 - apart, y: 370, id: 0 }, { x: 180 + apart, y: 370, id: 1 }];
      const from = by > 1 ? 40 : 120;
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
      for (let step = 1; step <= 5; step += 1) await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(from + ((from * by - from) * step) / 5) });
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
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
