import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf, type Cell } from '@/lib/adapters/csv/write';

async function written(head: readonly string[], rows: readonly (readonly Cell[])[]): Promise<string> {
  let text = '';
  for await (const piece of csvOf(head, rows)) text += piece;
  return text;
}

/** Reads CSV as RFC 4180 has it: quotes around text, doubled inside, CRLF between rows. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === ',' || letter === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\r') {
        at += 1;
        rows.push([]);
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ',', '\n', '\r\n', ';', "'", '\u202e'), fc.string({ maxLength: 12 })).map((parts) => parts.join('')),
  fc.constantFrom('=HYPERLINK("http://jahat.example","klik")', '=1+1', "=cmd|' /C calc'!A0", '@SUM(A1)', '+62812', '-5', '\t=1', '\r=1', '"=1"', ''),
).filter((text) => text.isWellFormed() && !text.includes('\uFEFF'));

describe('a file for spreadsheets', () => {
  test('says everything that it was given, in the rows and columns in which it was given, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(fc.oneof(awkward, fc.integer()), { minLength: width, maxLength: width }), { maxLength: 6 })), async (rows) => {
        const text = await written(['a', 'b', 'c', 'd'].slice(0, rows[0]?.length ?? 1), rows);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const [, ...back] = read(text.slice(1));
        expect(back.length).toBe(rows.length);
        rows.forEach((row, line) =>
          row.forEach((given, column) => {
            const cell = back[line]?.[column];
            if (typeof given === 'number') return expect(cell).toBe(String(given));
            // full-width forms of the signs are formulas to some spreadsheets, too
            expect(cell).not.toMatch(/^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/);
            expect([given, `'${given}`]).toContain(cell);
            return undefined;
          }),
        );
      }),
      { numRuns: 300, seed: 2026 },
    );
  });

  test('nothing is an empty cell', async () => {
    expect(read((await written(['a', 'b'], [[null, 0]])).slice(1))[1]).toEqual(['', '0']);
  });

  test('many rows come in pieces, none lost', async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => [place, `baris ${place}`]);
    let pieces = 0;
    let text = '';
    for await (const piece of csvOf(['nomor', 'kata'], rows)) {
      pieces += 1;
      text += piece;
    }
    expect(pieces).toBeGreaterThan(5);
    expect(read(text.slice(1))).toHaveLength(rows.length + 1);
  });

  test('a failure in the middle is told, and is no short file that looks whole', async () => {
    async function* failing(): AsyncGenerator<readonly Cell[]> {
      yield [1];
      throw new Error('the database went away');
    }
    await expect(async () => {
      for await (const piece of csvOf(['a'], failing())) expect(piece).toBeDefined();
    }).rejects.toThrow('the database went away');
  });
});
