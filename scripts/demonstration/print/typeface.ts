import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { characterOf, winAnsiCode } from './win-ansi';
import { unpackWoff } from './woff';

export type Style = 'regular' | 'italic' | 'bold';
export type Family = 'literata' | 'lora' | 'plus-jakarta-sans';

/** One cut of a family as PDF needs it: the TrueType file, the metrics and the advance of each of the 224 printable bytes, in 1/1000 em. */
export type Typeface = {
  readonly name: string;
  readonly file: Buffer;
  readonly widths: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly box: readonly [number, number, number, number];
  /** Width of a text at size 1, in em. */
  measure(text: string): number;
};

const cuts: Record<Style, string> = { regular: '400-normal', italic: '400-italic', bold: '700-normal' };
const loaded = new Map<string, Typeface>();

export function typeface(family: Family, style: Style): Typeface {
  const name = `${family}-latin-${cuts[style]}`;
  const known = loaded.get(name) ?? load(name, fontFile(family, style));
  loaded.set(name, known);
  return known;
}

/** The packaged file of a cut, for canvases too. */
export function fontFile(family: Family, style: Style): string {
  return createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${family}-latin-${cuts[style]}.woff`);
}

type Parsed = {
  postscriptName: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  glyphForCodePoint(code: number): { advanceWidth: number };
};

function load(name: string, path: string): Typeface {
  const file = unpackWoff(readFileSync(path));
  const font = fontkit.create(file) as unknown as Parsed;
  const perEm = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const widths = Array.from({ length: 224 }, (_, index) => perEm(font.glyphForCodePoint(characterOf(index + 32).codePointAt(0) ?? 32).advanceWidth));
  const known = new Map<string, number>();
  const measure = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    let width = 0;
    for (const character of text) width += widths[winAnsiCode(character) - 32] ?? 500;
    known.set(text, width / 1000);
    return width / 1000;
  };
  return {
    name: font.postscriptName,
    file,
    widths,
    measure,
    ascent: perEm(font.ascent),
    descent: perEm(font.descent),
    capHeight: perEm(font.capHeight),
    italicAngle: font.italicAngle,
    box: [perEm(font.bbox.minX), perEm(font.bbox.minY), perEm(font.bbox.maxX), perEm(font.bbox.maxY)],
  };
}
