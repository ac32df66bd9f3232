import type { Page } from 'playwright-core';

/** A file that storage hands out in place of the lent book's: the reader, its page and its loan are the real ones. */
export type FileInstead = { readonly name: string; readonly bytes: Uint8Array };

/** From now on the book of every loan opened in this window is the file that `current` tells. */
export async function aFileInstead(page: Page, current: () => FileInstead): Promise<void> {
  await page.route('**/api/loans/*/content', async (route) => {
    const answer = await route.fetch();
    const content = (await answer.json()) as { url: string };
    const { name, bytes } = current();
    await route.fulfill({ json: { ...content, url: `${new URL(content.url).origin}/instead/${encodeURIComponent(name)}`, sizeBytes: bytes.length } });
  });
  await page.route(/\/instead\//, (route) => {
    const { bytes } = current();
    const [, first = '0', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
    const until = Math.min(bytes.length, Number(last) + 1);
    return route.fulfill({
      status: 206,
      headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Content-Range, Content-Length', 'content-range': `bytes ${first}-${until - 1}/${bytes.length}`, 'content-type': 'application/pdf' },
      body: Buffer.from(bytes.subarray(Number(first), until)),
    });
  });
}
