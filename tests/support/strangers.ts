import pg from 'pg';
import type { Page } from 'playwright-core';
import { libraryDatabaseUrl } from './page';

/** Words that one language cannot do without and the other never uses. */
const tellTale = {
  id: 'the|and|of|with|your|you|is|are|not|for|from|loan|loans|book|books|search|copy|copies|title|titles|member|members|due|queue|back|save|close|page|days|hours|available|borrow|borrowed|return|returned|password|language|none|show|next',
  en: 'yang|dan|untuk|dengan|anda|tidak|belum|atau|dari|pada|sudah|ini|akan|pinjam|pinjaman|judul|anggota|antrean|eksemplar|kembali|simpan|cari|halaman|hari|jam|tersedia|masuk|keluar|semua',
} as const;

const areas = 'common|catalogue|title|shelf|reader|account|staff|collection|policy|refusals|messages|demo';

/** Lines of a page that hold a word of the other language, or the key of a text in place of the text. What people wrote stays out of it. */
export async function strangersIn(page: Page, language: 'id' | 'en', stored: readonly string[]): Promise<string[]> {
  const said = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    // text that is itself marked as of another language, and the pages of a book, are no words of ours
    const foreign = [...document.querySelectorAll<HTMLElement>('body [lang], .textLayer')].flatMap((element) => [element.innerText, element.getAttribute('title') ?? ''].map((text) => text.trim()));
    return [document.title, ...document.body.innerText.split('\n'), ...spoken].map((line) => line.trim()).filter((line) => line !== '' && !foreign.some((each) => each.includes(line)));
  });
  const other = new RegExp(`\\b(${tellTale[language]})\\b`, 'iu');
  const rawKey = new RegExp(`\\b(${areas})(\\.[a-zA-Z][\\w-]*)+\\b`, 'u');
  return [...new Set(said)].filter((line) => rawKey.test(line) || other.test(without(line, stored))).map((line) => `a stranger: ${line}`);
}

function without(line: string, stored: readonly string[]): string {
  // the library's own name is a verb in one of the languages
  return stored.reduce((rest, text) => (rest.includes(text) ? rest.replaceAll(text, ' ') : rest), line.replaceAll(/\bPinjam\b|pinjam-demo/g, ''));
}

/** What librarians and members wrote, longest first. */
export async function storedWords(): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: libraryDatabaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>(`
      SELECT DISTINCT trim(line) AS "text" FROM (
        SELECT unnest(array_cat(array_cat("authors", "subjects"), ARRAY["title", "subtitle", "publisher", "description", "withdrawnReason"])) AS said FROM "Title"
        UNION ALL SELECT unnest(ARRAY["name", "email", "category", "guardianName", "blockedReason"]) FROM "Member"
        UNION ALL SELECT "endedReason" FROM "Loan" UNION ALL SELECT "note" FROM "Maintenance") texts, string_to_table(said, E'\\n') AS line
      WHERE trim(line) <> ''`);
    return rows.map(({ text }) => text).sort((a, b) => b.length - a.length);
  } finally {
    await client.end();
  }
}
