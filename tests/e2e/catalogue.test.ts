import { describe, expect, test } from '@jest/globals';
import { nowhere } from '../support/every-page';
import { aVisitBy } from '../support/logged-in';
import { aVisitor, libraryUrl } from '../support/page';

describe('looking around without an account', () => {
  test('search, a filter and a title are in the address, and back goes back', async () => {
    const visitor = await aVisitor();
    const { page } = visitor;
    await page.goto('/');
    expect(await page.locator('main li a').count()).toBeGreaterThan(5);
    const name = (await page.locator('main li a span.font-bold').first().innerText()).split(' ').slice(0, 2).join(' ');
    await page.getByRole('searchbox').fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    await page.locator('main li a').first().click();
    await page.waitForURL(/\/titles\//);
    expect(await page.locator('h1').innerText()).not.toBe('');
    await page.goBack();
    expect(page.url()).toContain('?q=');
    await visitor.leave();
  });

  test('what nobody wrote is told kindly', async () => {
    const visitor = await aVisitor();
    await visitor.page.goto('/?q=zzxxqqwwy');
    await visitor.page.getByText('Tidak ada judul yang cocok').waitFor();
    await visitor.leave();
  });

  test('the language switch is remembered', async () => {
    const visitor = await aVisitor({ device: 'desktop' });
    await visitor.page.goto('/');
    await visitor.page.getByRole('button', { name: 'English' }).click();
    await visitor.page.getByRole('heading', { name: 'Borrow and read' }).waitFor();
    await visitor.page.goto('/');
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.leave();
  });
});

describe('addresses that are not there', () => {
  test.each([
    ['a visitor', undefined, ['/titles/nonsense', `/titles/${nowhere}`, '/nowhere']],
    ['a member', 'anggota@pinjam.example', ['/admin', '/admin/loans', '/read/nonsense', `/read/${nowhere}`]],
    ['a librarian', 'pustakawan@pinjam.example', ['/admin/policy', '/admin/members/nonsense', `/admin/members/${nowhere}`, '/admin/titles/nonsense', `/admin/titles/${nowhere}`]],
  ] as const)('answer %s with 404 and a whole page, which needs no JavaScript', async (_, who, paths) => {
    const visitor = who === undefined ? await aVisitor() : await aVisitBy(who);
    for (const path of paths) {
      const answer = await visitor.context.request.get(path);
      const drawn = (await answer.text()).replaceAll(/<script\b.*?<\/script>/gs, '');
      expect([path, answer.status()]).toEqual([path, 404]);
      expect(drawn).toMatch(/<html lang="id".*<main.*<h1[^>]*>Halaman ini tidak ada<.*href="\/"/s);
    }
    await visitor.leave();
  });
});

describe('without JavaScript', () => {
  test('the collection, its search and its pages are all there', async () => {
    const html = await (await fetch(`${libraryUrl}/?sort=title`)).text();
    expect(html.match(/href="\/titles\//g)?.length ?? 0).toBeGreaterThan(10);
    expect(html).toContain('role="search"');
  });

  test('a button of somebody not logged in leads to the log-in page', async () => {
    const body = new URLSearchParams({ act: 'borrow', id: '00000000-0000-4000-8000-000000000000', back: '/shelf' });
    const answer = await fetch(`${libraryUrl}/act`, { method: 'POST', body, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?next=%2Fshelf']);
  });

  test('and not from another site', async () => {
    const answer = await fetch(`${libraryUrl}/act`, { method: 'POST', body: new URLSearchParams(), headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });
});

describe('every page is served with', () => {
  test('a policy with a fresh nonce, and headers that keep others out', async () => {
    const [one, two] = [await fetch(libraryUrl), await fetch(libraryUrl)];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).not.toBe(two.headers.get('content-security-policy'));
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect(one.headers.get('x-frame-options')).toBe('DENY');
  });
});
