/** A text as search compares it, and for each of its characters the place in the original it came from. */
export type Folded = { readonly text: string; readonly origin: readonly number[] };

export type Found = { readonly from: number; readonly until: number };

/** Where a folded query stands in a text, as half-open spans of the original. */
export function occurrences(original: string, wanted: string): readonly Found[] {
  if (wanted === '') return [];
  const { text, origin } = fold(original);
  const found: Found[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length))
    found.push({ from: origin[at] ?? 0, until: (origin[at + wanted.length - 1] ?? 0) + 1 });
  return found;
}

const contextLength = 40;

/** What stands before and behind a find, in whole words; where the text goes on, an ellipsis says so. */
export function around(text: string, { from, until }: Found): { readonly before: string; readonly after: string } {
  const start = Math.max(0, from - contextLength);
  const end = Math.min(text.length, until + contextLength);
  const before = text.slice(start, from);
  const after = text.slice(until, end);
  return {
    before: start === 0 ? before : `… ${before.replace(isInWord(text, start) ? /^\S+\s+|^\s+/u : /^\s+/u, '')}`,
    after: end === text.length ? after : `${after.replace(isInWord(text, end) ? /\s+\S+$|\s+$/u : /\s+$/u, '')} …`,
  };
}

function isInWord(text: string, at: number): boolean {
  return /^\S\S$/u.test(text.slice(at - 1, at + 1));
}

/** Capital letters, accents, ligatures, hyphens and the amount of white space make no difference. */
export function fold(original: string): Folded {
  const text: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const point of original) {
    for (const character of foldedPoint(point)) {
      if (character === ' ' && text.at(-1) === ' ') continue;
      text.push(character);
      origin.push(at);
    }
    at += point.length;
  }
  return { text: text.join(''), origin };
}

/**
 * One text of a page's runs, and where each run begins in it. A line's end is a space, but not after a hyphen: what the
 * line broke is one word.
 */
export function joined(runs: readonly { readonly text: string; readonly endsLine: boolean }[]): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  for (const run of runs) {
    starts.push(text.length);
    text += run.text;
    if (run.endsLine && !/[\p{Pd}\u00ad]$/u.test(text)) text += ' ';
  }
  return { text, starts };
}

function foldedPoint(point: string): readonly string[] {
  if (/\s/u.test(point)) return [' '];
  return point.normalize('NFKD').replace(/[\p{M}\p{Pd}\u00ad]/gu, '').toLowerCase().split('');
}
