import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf, endsIn } from './a-lent-book';
import { theReader } from './the-reader';

jest.setTimeout(120_000);

let titleId: string;
beforeAll(async () => {
  titleId = await aPublishedBook(12);
});

describe('the open book and its loan’s end', () => {
  test('ten minutes before, it offers the renewal and takes it', async () => {
    const visitor = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(visitor, titleId);
    await endsIn(loanId, 400);
    await visitor.page.goto(`/read/${loanId}`);
    await theReader(visitor.page).isSharp();
    await visitor.page.getByRole('button', { name: 'Perpanjang' }).click();
    await visitor.page.getByText('Sisa 3 hari').waitFor();
    expect(await visitor.page.locator('.reader-notice').count()).toBe(0);
    await visitor.leave();
  });

  test('at that instant it closes kindly, with the place saved and a way on; no address is given any more', async () => {
    const visitor = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(visitor, titleId);
    await endsIn(loanId, 12);
    await visitor.page.goto(`/read/${loanId}`);
    const reader = theReader(visitor.page);
    await reader.isSharp();
    await reader.goTo(9);
    await visitor.page.getByRole('heading', { name: 'Masa pinjam buku ini sudah berakhir' }).waitFor({ timeout: 20_000 });
    await visitor.page.getByText('Anda sampai halaman 9').waitFor();
    await reader.isSaved(titleId, 9);
    expect((await visitor.context.request.get(`/api/loans/${loanId}/content`)).status()).toBe(410);

    await visitor.page.reload();
    await visitor.page.getByText('Anda sampai halaman 9').waitFor();
    expect(await visitor.page.getByRole('link', { name: 'Pinjam lagi' }).getAttribute('href')).toBe(`/titles/${titleId}`);

    const again = await aLoanOf(visitor, titleId);
    await visitor.page.goto(`/read/${again}`);
    await reader.isSharp();
    expect(await reader.pageNumber()).toBe(9);
    await visitor.leave();
  });

  test('when it was returned elsewhere, the page says so', async () => {
    const visitor = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(visitor, titleId);
    await visitor.context.request.post(`/api/loans/${loanId}/return`);
    await visitor.page.goto(`/read/${loanId}`);
    await visitor.page.getByRole('heading', { name: 'Buku ini sudah Anda kembalikan' }).waitFor();
    await visitor.leave();
  });

  test('a loan of somebody else is not there', async () => {
    const owner = await aVisitOf(await anAccount());
    const loanId = await aLoanOf(owner, titleId);
    await owner.leave();
    const other = await aVisitOf(await anAccount());
    other.mayRefuse(404, /^\/read\//);
    expect((await other.page.goto(`/read/${loanId}`))?.status()).toBe(404);
    await other.leave();
  });
});
