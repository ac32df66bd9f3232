import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aVisitor, type Visitor } from '../support/page';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };

/** What axe-core finds wrong, and whether the page is wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run()).violations);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), ...(wide ? ['wider than the window'] : [])];
}

async function logIn({ page }: Visitor, identifier: string): Promise<void> {
  await page.goto('/login');
  await page.locator('[name=identifier]').fill(identifier);
  await page.locator('[name=password]').fill('pinjam-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL('/');
}

describe.each([
  ['phone', 'id-ID'],
  ['desktop', 'en-GB'],
] as const)('on a %s in %s', (device, locale) => {
  test('pages to get in have no fault', async () => {
    const visitor = await aVisitor({ device, locale });
    for (const path of ['/login', '/register', '/forgot', '/reset']) {
      await visitor.page.goto(path);
      expect([path, await faultsOf(visitor.page)]).toEqual([path, []]);
    }
    await visitor.leave();
  });

  test('account pages have no fault', async () => {
    const visitor = await aVisitor({ device, locale });
    await logIn(visitor, 'anggota@pinjam.example');
    for (const path of ['/account', '/account/profile', '/account/password', '/account/devices', '/account/delete']) {
      await visitor.page.goto(path);
      expect([path, await faultsOf(visitor.page)]).toEqual([path, []]);
    }
    await visitor.leave();
  });

  test('the members desk has no fault, its forms opened', async () => {
    const visitor = await aVisitor({ device, locale });
    const { page } = visitor;
    await logIn(visitor, 'admin@pinjam.example');
    for (const path of ['/admin/members', '/admin/members?q=zzzz', '/admin/members/new']) {
      await page.goto(path);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
    await page.goto('/admin/members?q=anggota2');
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/admin\/members\/[0-9a-f-]{36}/);
    await page.locator('details').first().waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((panel) => (panel.open = true)));
    expect(await faultsOf(page)).toEqual([]);
    await visitor.leave();
  });
});
