import { syllableBreaks } from './hyphenation';
import type { Typeface } from './typeface';

export type Line = {
  readonly text: string;
  /** What each space is widened by so that the line fills its measure; 0 for the last line. */
  readonly wordSpacing: number;
  readonly indent: number;
  readonly width: number;
};

export type Measure = {
  readonly face: Typeface;
  readonly size: number;
  readonly width: number;
  readonly firstIndent: number;
  readonly justified: boolean;
  readonly hyphenated: boolean;
};

/** Breaks a text into lines, greedily, with Indonesian hyphens where a line would else gape. */
export function breakLines(text: string, measure: Measure): Line[] {
  const { face, size } = measure;
  const space = face.measure(' ') * size;
  const lines: Line[] = [];
  let words: string[] = [];
  let width = 0;
  const room = (): number => measure.width - (lines.length === 0 ? measure.firstIndent : 0);
  const finish = (last: boolean): void => {
    const spread = (room() - width) / Math.max(1, words.length - 1);
    const fits = measure.justified && !last && words.length > 1;
    lines.push({ text: words.join(' '), wordSpacing: fits ? spread : 0, indent: lines.length === 0 ? measure.firstIndent : 0, width });
    words = [];
    width = 0;
  };
  const add = (word: string): void => {
    width += face.measure(word) * size + (words.length > 0 ? space : 0);
    words.push(word);
  };
  for (const word of text.split(' ')) {
    let rest = word;
    for (let turn = 0; turn < 20; turn += 1) {
      const gap = words.length > 0 ? space : 0;
      const left = room() - width - gap;
      if (face.measure(rest) * size <= left) break;
      const part = measure.hyphenated ? largestPart(rest, left, measure) : null;
      if (part !== null && left > measure.width * 0.12) {
        add(`${part}-`);
        rest = rest.slice(part.length);
        finish(false);
      } else if (words.length > 0) finish(false);
      else break;
    }
    add(rest);
  }
  if (words.length > 0) finish(true);
  return lines;
}

function largestPart(word: string, left: number, { face, size }: Measure): string | null {
  const fitting = syllableBreaks(word).filter((at) => face.measure(`${word.slice(0, at)}-`) * size <= left);
  const at = fitting.at(-1);
  return at === undefined ? null : word.slice(0, at);
}
