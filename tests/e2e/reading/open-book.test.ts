import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

const pages = 40;
let titleId: string;
beforeAll(async () => {
  titleId = await aPublishedBook(pages);
});

describe('a member reads', () => {
  test('one page at a time on the phone, and goes on at the desktop where the phone stopped', async () => {
    const account = await anAccount();
    const phone = await aVisitOf(account, 'phone');
    const loanId = await aLoanOf(phone, titleId);
    await phone.page.goto(`/read/${loanId}`);
    const reader = theReader(phone.page);
    await reader.isSharp();
    expect(await reader.textOfPage(1)).toContain('Sungai mengalir pada halaman 1');
    await reader.swipe(1);
    await phone.page.waitForSelector('.reader-slide:not([inert]) [data-page="2"]');
    await reader.isSaved(titleId, 2);
    await phone.page.touchscreen.tap(180, 600);
    await phone.page.waitForSelector('.reader[data-bars="true"]');
    await reader.goTo(23);
    await reader.isSaved(titleId, 23);
    expect(await phone.page.locator('.reader canvas').count()).toBeLessThanOrEqual(4);

    const desktop = await aVisitOf(account, 'desktop');
    await desktop.page.goto(`/read/${loanId}`);
    const atDesktop = theReader(desktop.page);
    await atDesktop.isSharp();
    expect(await atDesktop.pageNumber()).toBe(23);
    await desktop.page.getByText('Anda melanjutkan dari halaman 23.').waitFor();
    await atDesktop.goTo(30);
    await atDesktop.isSaved(titleId, 30);
    await desktop.leave();

    await phone.page.reload();
    await reader.isSharp();
    expect(await reader.pageNumber()).toBe(23);
    await phone.page.getByRole('button', { name: 'Buka halaman 30' }).click();
    await phone.page.waitForSelector('.reader-slide:not([inert]) [data-page="30"]');
    await reader.isSaved(titleId, 30);
    await phone.leave();
  });

  test.each(['phone', 'desktop'] as const)('with no barrier that axe knows of, on a %s', async (device) => {
    const visitor = await aVisitOf(await anAccount(), device);
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    await theReader(visitor.page).isSharp();
    await visitor.page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
    const violations = await visitor.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
    await visitor.leave();
  });
});

describe('reading never breaks off at an address’s end', () => {
  test('a new one is asked for before the old one runs out', async () => {
    const visitor = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(visitor, titleId);
    let asked = 0;
    // the real answer, told to end in four seconds
    await visitor.page.route('**/content', async (route) => {
      asked += 1;
      const answer = await route.fetch();
      const content = (await answer.json()) as { now: string };
      await route.fulfill({ json: { ...content, expiresAt: new Date(new Date(content.now).getTime() + 4000).toISOString() } });
    });
    await visitor.page.goto(`/read/${loanId}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    const from = Date.now();
    for (let wanted = 4; Date.now() - from < 8000 && wanted <= pages; wanted += 3) {
      await reader.goTo(wanted);
      await visitor.page.waitForTimeout(900);
    }
    expect(asked).toBeGreaterThanOrEqual(3);
    await visitor.leave();
  });

  test('and when storage refuses one all the same, without a word to the reader', async () => {
    const visitor = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(visitor, titleId);
    visitor.mayRefuse(403, /\.pdf|contents|books|pinjam/);
    let refused = 0;
    await visitor.page.route(/X-Amz-Signature/, async (route) => {
      refused += 1;
      if (refused !== 4) return route.continue();
      return route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: '' });
    });
    await visitor.page.goto(`/read/${loanId}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    await reader.goTo(35);
    await reader.goTo(20);
    expect(refused).toBeGreaterThan(4);
    expect(await visitor.page.locator('.reader-notice').count()).toBe(0);
    await visitor.leave();
  });

  test('without a network it waits, keeps the place, and goes on by itself', async () => {
    const visitor = await aVisitOf(await anAccount());
    await visitor.page.goto(`/read/${await aLoanOf(visitor, titleId)}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    await visitor.context.setOffline(true);
    await visitor.page.locator('.reader-number input').fill('33');
    await visitor.page.locator('.reader-number input').press('Enter');
    await visitor.page.getByText('Menunggu jaringan').waitFor();
    await visitor.context.setOffline(false);
    await reader.isSharp();
    await reader.isSaved(titleId, 33);
    expect(await visitor.page.getByText('Menunggu jaringan').count()).toBe(0);
    await visitor.leave();
  });
});
