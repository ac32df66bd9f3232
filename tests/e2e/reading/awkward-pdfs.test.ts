import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { corpus, isCorporaMissing } from '../../support/corpora';
import { aFileInstead, type FileInstead } from './a-file-instead';
import { aLoanOf, anAccount, aPublishedBook, aVisitOf } from './a-lent-book';

// All 818 take a quarter of an hour: PINJAM_CORPORA_ALL=1. Otherwise every fortieth, and always the notorious ones.
const isWhole = process.env['PINJAM_CORPORA_ALL'] === '1';
jest.setTimeout(isWhole ? 60 * 60_000 : 240_000);

(isCorporaMissing ? describe.skip : describe)('the reader walks through strangers’ PDFs (PINJAM_CORPORA)', () => {
  test('the first page and the last stand sharp or say kindly that they cannot; nothing spins for ever, nothing errs unhandled', async () => {
    const files = [...someOf('pdf/pdfjs', notorious), ...someOf('pdf/qpdf', [])];
    const poppler = JSON.parse(readFileSync(corpus('pdf/pdfjs-expected.json'), 'utf8')) as Record<string, { opens: boolean }>;
    const seen = await walk(files);
    if (isWhole) console.log(tally(seen));
    const bad = seen.filter(({ name, first, last, errors }) => errors.length > 0 || [first, last].includes('hung') || ([first, last].some((state) => state !== 'sharp') && mustStand(name, poppler)));
    expect(bad).toEqual([]);
    expect(seen.length).toBe(files.length);
  });
});

type Stand = 'sharp' | 'page broken' | 'book closed' | 'hung';
type Seen = { readonly name: string; readonly first: Stand; readonly last: Stand; readonly errors: readonly string[] };

async function walk(files: readonly string[]): Promise<Seen[]> {
  const visitor = await aVisitOf(await anAccount());
  const loanId = await aLoanOf(visitor, await aPublishedBook(1));
  const { page } = visitor;
  let file: FileInstead = { name: '', bytes: new Uint8Array() };
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await aFileInstead(page, () => file);
  // places are not kept: the next book begins on its own first page
  await page.route('**/api/titles/*/reading', (route) => route.fulfill({ json: {} }));
  const seen: Seen[] = [];
  for (const path of files) {
    file = { name: path, bytes: readFileSync(path) };
    errors.length = 0;
    await page.goto(`/read/${loanId}`);
    const first = await stand();
    let last = first;
    if (first !== 'hung' && first !== 'book closed') {
      await page.keyboard.press('End');
      last = await stand();
    }
    seen.push({ name: path.slice(corpus('pdf').length + 1), first, last, errors: [...errors] });
    if (isWhole && (last !== 'sharp' || first !== 'sharp' || errors.length > 0)) console.log(JSON.stringify(seen.at(-1)));
    await page.evaluate(() => localStorage.clear());
  }
  await visitor.leave();
  return seen;

  /** How the page that is open stands, once it does. */
  async function stand(): Promise<Stand> {
    const found = await page
      .waitForFunction(() => {
        if (document.querySelector('.reader-failed') !== null) return 'book closed';
        const number = document.querySelector<HTMLInputElement>('.reader-number input')?.value;
        const sheet = document.querySelector(`.reader-slide:not([inert]) [data-page="${number}"]`);
        if (sheet?.querySelector('.reader-broken') != null) return 'page broken';
        return sheet !== null && document.querySelector('.reader[data-sharp="true"]') !== null ? 'sharp' : null;
      }, null, { timeout: 75_000 })
      .catch(() => null);
    return ((await found?.jsonValue()) as Stand | null | undefined) ?? 'hung';
  }
}

function someOf(folder: string, always: readonly string[]): string[] {
  const names = readdirSync(corpus(folder)).filter((name) => name.endsWith('.pdf')).sort();
  return names.filter((name, index) => isWhole || index % 40 === 7 || always.includes(name)).map((name) => join(corpus(folder), name));
}

function tally(seen: readonly Seen[]): string {
  const counts = new Map<string, number>();
  for (const { first, last } of seen) counts.set(`${first}, ${last}`, (counts.get(`${first}, ${last}`) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} × first page ${state.replace(', ', ', last page ')}`).join('\n');
}

const notorious = ['bomb_giant.pdf', 'issue16263.pdf', 'issue21436.pdf', 'PDFBOX-3148-2-fuzzed.pdf', 'poppler-395-0-fuzzed.pdf'];

/** Poppler opens it, and so does pdf.js: those where the two differ are named. qpdf's files are damaged and locked on purpose. */
function mustStand(name: string, poppler: Record<string, { opens: boolean }>): boolean {
  const [folder, file = ''] = name.split('/');
  return folder === 'pdfjs' && poppler[file]?.opens === true && !onlyPoppler.has(file);
}

const onlyPoppler = new Set(['bug1782186.pdf', 'encrypted-attachment.pdf', 'issue15893_reduced.pdf', 'issue21436.pdf', 'poppler-742-0-fuzzed.pdf']);
