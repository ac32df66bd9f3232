import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { syllableBreaks } from '@/scripts/demonstration/print/hyphenation';
import { breakLines } from '@/scripts/demonstration/print/paragraph';
import { fontFile, typeface } from '@/scripts/demonstration/print/typeface';
import { pdfText, winAnsiCode } from '@/scripts/demonstration/print/win-ansi';
import { unpackWoff } from '@/scripts/demonstration/print/woff';

const hyphenated = (word: string): string => {
  const breaks = syllableBreaks(word);
  return [0, ...breaks].map((from, index) => word.slice(from, breaks[index] ?? word.length)).join('-');
};

test.each([
  ['membaca', 'mem-baca'],
  ['perpustakaan', 'per-pus-ta-kaan'],
  ['menganyam', 'me-nga-nyam'],
  ['penyakit', 'pe-nya-kit'],
  ['air', 'air'],
  ['ikan', 'ikan'],
  ['anak-anak', 'anak-anak'],
])('%s is broken between syllables, ng and ny kept whole', (word, expected) => {
  expect(hyphenated(word)).toBe(expected);
});

describe('a paragraph', () => {
  const face = typeface('literata', 'regular');
  const text = 'Sungai tidak tergesa-gesa, dan lama-kelamaan mereka pun tidak lagi tergesa-gesa menyeberanginya. '.repeat(6).trim();
  const lines = breakLines(text, { face, size: 10, width: 180, firstIndent: 15, justified: true, hyphenated: true });

  test('loses no letter', () => {
    expect(lines.map(({ text: line }) => line).join(' ').replace(/- /g, '').replaceAll(/[- ]/g, '')).toBe(text.replaceAll(/[- ]/g, ''));
  });

  test('fills its measure in every line but the last', () => {
    for (const { text: line, wordSpacing, indent } of lines.slice(0, -1)) {
      const width = face.measure(line) * 10 + wordSpacing * (line.split(' ').length - 1) + indent;
      expect(width).toBeCloseTo(180, 3);
    }
    expect(lines.at(-1)?.wordSpacing).toBe(0);
  });

  test('never squeezes words together', () => {
    for (const { wordSpacing } of lines) expect(wordSpacing).toBeGreaterThanOrEqual(0);
  });

  test('sets a word longer than its line all the same', () => {
    expect(breakLines('pertanggungjawaban', { face, size: 40, width: 60, firstIndent: 0, justified: false, hyphenated: false })).toHaveLength(1);
  });
});

describe('a typeface', () => {
  test('comes out of its WOFF as a TrueType file with the same tables', () => {
    const file = unpackWoff(readFileSync(fontFile('lora', 'regular')));
    expect(file.readUInt32BE(0)).toBe(0x00010000);
    expect(file.readUInt16BE(4)).toBe(readFileSync(fontFile('lora', 'regular')).readUInt16BE(12));
  });

  test('measures a text as the sum of its letters', () => {
    const face = typeface('lora', 'bold');
    expect(face.measure('ab')).toBeCloseTo(face.measure('a') + face.measure('b'), 6);
  });

  test('what is no WOFF is refused', () => {
    expect(() => unpackWoff(Buffer.from('%PDF-1.7'))).toThrow(/not a WOFF/);
  });
});

describe('text in a page', () => {
  test('escapes what PDF strings reserve', () => {
    expect(pdfText('a(b)\\')).toBe('(a\\(b\\)\\\\)');
  });

  test('writes typographic signs in WinAnsi', () => {
    expect([...'“”’–—•½é'].map(winAnsiCode)).toEqual([0x93, 0x94, 0x92, 0x96, 0x97, 0x95, 0xbd, 0xe9]);
  });

  test('what has no place there becomes a question mark', () => {
    expect(winAnsiCode('漢')).toBe(0x3f);
  });
});
