import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

const parts = /X-Amz-Signature/;
let titleId: string;
beforeAll(async () => {
  titleId = await aPublishedBook(40);
});

async function anOpenBook(device: 'phone' | 'desktop' = 'phone') {
  const visitor = await aVisitOf(await anAccount(), device);
  const loanId = await aLoanOf(visitor, titleId);
  await visitor.page.goto(`/read/${loanId}`);
  const reader = theReader(visitor.page);
  await reader.isSharp();
  return { visitor, page: visitor.page, reader, loanId };
}

describe('storage is away', () => {
  test('the reader says so, offers to try at once, and goes on', async () => {
    const { visitor, page, reader } = await anOpenBook();
    let isAway = true;
    await page.route(parts, (route) => (isAway ? route.abort('connectionrefused') : route.continue()));
    await reader.turnTo(30);
    await page.getByText('Buku belum dapat dimuat').waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await reader.isAt(30);
    await page.getByText('Buku belum dapat dimuat').waitFor({ state: 'detached' });
    await visitor.leave();
  });

  test('it answers 503 for a while: the reader tries again by itself, and shows no error page', async () => {
    const { visitor, page, reader } = await anOpenBook();
    visitor.mayRefuse(503, /./);
    let refusals = 0;
    await page.route(parts, (route) => ((refusals += 1) <= 4 ? route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' }, body: '' }) : route.continue()));
    await reader.turnTo(30);
    await page.getByText('Buku belum dapat dimuat').waitFor();
    await reader.isAt(30);
    expect(await page.locator('.reader-failed, .reader-broken').count()).toBe(0);
    await visitor.leave();
  });

  test('the library itself is away while a new address is wanted: the same', async () => {
    const { visitor, page, reader } = await anOpenBook();
    visitor.mayRefuse(503, /content$/);
    visitor.mayRefuse(403, /./);
    // storage refuses the address in hand, and the first call for a new one finds the library away
    let refusals = 0;
    await page.route(parts, (route) => ((refusals += 1) === 1 ? route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: '' }) : route.continue()));
    let away = 2;
    await page.route('**/content', (route) => ((away -= 1) >= 0 ? route.fulfill({ status: 503, json: {} }) : route.continue()));
    await reader.turnTo(30);
    await reader.isAt(30);
    expect(away).toBeLessThan(0);
    await visitor.leave();
  });
});

describe('a line that is no good', () => {
  test('slow: it says that the page is still loading, and the page comes', async () => {
    const { visitor, page, reader } = await anOpenBook();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(parts, async (route) => {
      await held;
      await route.continue();
    });
    await reader.turnTo(30);
    await page.getByText('Jaringan sedang lambat').waitFor();
    release();
    await reader.isAt(30);
    await page.getByText('Jaringan sedang lambat').waitFor({ state: 'detached' });
    await visitor.leave();
  });

  test('slow, with addresses that end on the way: every part is asked for with one that still runs', async () => {
    const { visitor, page, reader } = await anOpenBook();
    const line = await page.context().newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 60_000, uploadThroughput: 60_000 });
    await reader.addressesEndAtOnce();
    const refused: number[] = [];
    page.on('response', (response) => response.status() >= 400 && refused.push(response.status()));
    await reader.turnTo(30);
    await reader.isAt(30);
    await reader.turnTo(5);
    await reader.isAt(5);
    expect(refused).toEqual([]);
    await visitor.leave();
  });

  test('a part is answered with the whole book: it is not taken for the part, and asked for again', async () => {
    const { visitor, page, reader } = await anOpenBook();
    let broken = 0;
    await page.route(parts, async (route) => {
      broken += 1;
      if (broken > 2) return route.continue();
      const { range: _, ...headers } = route.request().headers();
      return route.fulfill({ response: await route.fetch({ headers }) });
    });
    await reader.turnTo(30);
    await reader.isAt(30);
    expect(await reader.textOfPage(30)).toContain('halaman 30');
    expect(broken).toBeGreaterThan(2);
    await visitor.leave();
  });

  test('every part is answered with the whole book: it is taken once, and the book is read from it', async () => {
    const { visitor, page, reader } = await anOpenBook();
    let wholes = 0;
    await page.route(parts, async (route) => {
      wholes += 1;
      const { range: _, ...headers } = route.request().headers();
      return route.fulfill({ response: await route.fetch({ headers }) });
    });
    await reader.turnTo(30);
    await reader.isAt(30);
    expect(await reader.textOfPage(30)).toContain('halaman 30');
    const taken = wholes;
    await reader.turnTo(12);
    await reader.isAt(12);
    expect(await reader.textOfPage(12)).toContain('halaman 12');
    expect(wholes).toBe(taken);
    await visitor.leave();
  });

  test('a part is cut short: the same', async () => {
    const { visitor, page, reader } = await anOpenBook();
    let broken = 0;
    await page.route(parts, async (route) => {
      broken += 1;
      if (broken > 1) return route.continue();
      const answer = await route.fetch();
      return route.fulfill({ status: 206, headers: { 'access-control-allow-origin': '*' }, body: (await answer.body()).subarray(0, 1000) });
    });
    await reader.turnTo(30);
    await reader.isAt(30);
    expect(await reader.textOfPage(30)).toContain('halaman 30');
    await visitor.leave();
  });
});

describe('the tab slept', () => {
  test('an hour later a new address is asked for before the next part', async () => {
    const visitor = await aVisitOf(await anAccount());
    await visitor.page.clock.install();
    const loanId = await aLoanOf(visitor, titleId);
    await visitor.page.goto(`/read/${loanId}`);
    const reader = theReader(visitor.page);
    await visitor.page.clock.runFor(2000);
    await reader.isSharp();
    let asked = 0;
    visitor.page.on('request', (request) => (asked += request.url().endsWith('/content') ? 1 : 0));
    await visitor.page.clock.fastForward('01:00:00');
    await reader.turnTo(30);
    await visitor.page.clock.runFor(2000);
    await reader.isAt(30);
    expect(asked).toBe(1);
    await visitor.leave();
  });
});

describe('the loan ends elsewhere while the book is open', () => {
  test('with the next part that is wanted the book closes kindly, and says where the place is kept', async () => {
    const { visitor, page, reader, loanId } = await anOpenBook();
    visitor.mayRefuse(410, /content$/);
    await reader.addressesEndAtOnce();
    await reader.goTo(8);
    await visitor.context.request.post(`/api/loans/${loanId}/return`);
    // the address in hand still runs for two minutes; the next one is refused
    await page.route(parts, (route) => route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: '' }));
    visitor.mayRefuse(403, /./);
    await reader.turnTo(30);
    await page.getByRole('heading', { name: 'Buku ini sudah Anda kembalikan' }).waitFor();
    await page.getByText('tempat itu tersimpan').waitFor();
    await page.getByRole('link', { name: 'Pinjam lagi' }).waitFor();
    await visitor.leave();
  });
});
