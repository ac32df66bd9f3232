import { readdirSync, readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { inspectPdf, type PdfInspection } from '@/lib/adapters/pdf/inspect-pdf';
import type { Outcome } from '@/lib/domain/outcome';
import { corpus, isCorporaMissing } from '@/tests/support/corpora';

// All 818 files, each in a process of its own, take six minutes: PINJAM_CORPORA_ALL=1. CI inspects every thirtieth, and
// always the notorious ones.
const step = process.env['PINJAM_CORPORA_ALL'] === '1' ? 1 : 30;
jest.setTimeout(15 * 60_000);

(isCorporaMissing ? describe.skip : describe)('PDFs of strangers (PINJAM_CORPORA)', () => {
  test('pdf.js and poppler agree on nearly all awkward files, and none hangs or crashes us', async () => {
    const expected = JSON.parse(readFileSync(corpus('pdf/pdfjs-expected.json'), 'utf8')) as Record<string, { opens: boolean; pages: number | null }>;
    const differing: string[] = [];
    await inspectAll('pdf/pdfjs', (name, outcome) => {
      const popplers = expected[name];
      if (popplers?.opens !== outcome.ok || (outcome.ok && popplers.pages !== outcome.value.pages)) differing.push(name);
    });
    expect(differing.filter((name) => !knownToDiffer.has(name))).toEqual([]);
  });

  test('damaged and encrypted files: those that open have pages, the others say why', async () => {
    const codes = new Map<string, string>();
    await inspectAll('pdf/qpdf', (name, outcome) => {
      if (outcome.ok) expect(outcome.value.pages).toBeGreaterThan(0);
      if (!outcome.ok) codes.set(name, outcome.refusal.code);
    });
    for (const [name, code] of Object.entries(wordOnQpdf)) if (codes.has(name)) expect([name, codes.get(name)]).toEqual([name, code]);
    expect(codes.size).toBeLessThan(codesAtMost);
  });

  test.each([
    ['debian-reference.id.pdf', 266, 'Referensi Debian'],
    ['freeculture-lessig.pdf', 352, 'Free Culture'],
    ['install.id.pdf', 118, 'Panduan Instalasi Debian GNU/Linux'],
    ['notation.pdf', 930, 'Untitled'],
  ])('a real book, %s: %d pages, its title and a cover', async (name, pages, title) => {
    const outcome = await inspect(`pdf/books/${name}`);
    expect(outcome).toMatchObject({ ok: true, value: { pages, metadata: { title }, cover: { hash: expect.any(String) } } });
  });

  test('an owner’s password alone does not lock a reader out, a user’s does', async () => {
    expect(await inspect('pdf/qpdf/enc-R3,V2.pdf')).toMatchObject({ ok: true });
    expect(await inspect('pdf/qpdf/enc-R3,V2,U=view,O=view.pdf')).toEqual({ ok: false, refusal: { code: 'encrypted' } });
  });

  test('a bomb costs at most its cover', async () => {
    expect(await inspect('pdf/pdfjs/bomb_giant.pdf')).toMatchObject({ ok: true, value: { pages: 1 } });
    expect(await inspect('pdf/pdfjs/issue16263.pdf')).toMatchObject({ ok: true, value: { pages: 1 } });
  });
});

// Where pdf.js, which is what readers read with, and poppler differ: left opens for poppler only, right for pdf.js only.
const knownToDiffer = new Set([
  ...['bug1782186.pdf', 'encrypted-attachment.pdf', 'issue15893_reduced.pdf', 'issue21436.pdf', 'poppler-742-0-fuzzed.pdf'],
  ...['issue18986.pdf', 'poppler-67295-0.pdf', 'poppler-91414-0-53.pdf', 'poppler-91414-0-54.pdf'],
]);

const codesAtMost = 40;
const wordOnQpdf = { 'enc-long-password.pdf': 'encrypted', 'c-r6-in.pdf': 'encrypted', 'issue-141b.pdf': 'damaged', 'issue-335a.pdf': 'not-a-pdf', 'many-nulls.pdf': 'empty', 'empty.pdf': 'empty' };

async function inspectAll(folder: string, look: (name: string, outcome: Outcome<PdfInspection>) => void): Promise<void> {
  const names = readdirSync(corpus(folder)).filter((name, index) => index % step === 0 || knownToDiffer.has(name) || name in wordOnQpdf);
  await Promise.all(names.map(async (name) => look(name, await inspect(`${folder}/${name}`))));
}

function inspect(path: string): Promise<Outcome<PdfInspection>> {
  const file = corpus(path);
  return inspectPdf(pathToFileURL(file).href, statSync(file).size);
}
