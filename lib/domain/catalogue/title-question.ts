/** What somebody asks of the catalogue. */
export type TitleQuestion = {
  readonly words: string | null;
  readonly subject: string | null;
  readonly language: string | null;
  readonly availableOnly: boolean;
  readonly sort: TitleSort;
};

export const titleSorts = ['relevance', 'newest', 'popular', 'title'] as const;
export type TitleSort = (typeof titleSorts)[number];

/** Nobody types more; what comes longer is cut, not refused. */
export const wordsAtMost = 200;

/** Counting stops here; beyond it the total says "more than". */
export const titlesCountedAtMost = 1000;

type Asked = { q?: string | undefined; subject?: string | undefined; language?: string | undefined; available?: boolean | undefined; sort?: TitleSort | undefined };

/** A question as it came, made plain: empty means not asked, and without words relevance means newest. */
export function titleQuestion({ q, subject, language, available, sort }: Asked): TitleQuestion {
  const words = asIsbn(cut(q, wordsAtMost));
  const best = words === null ? 'newest' : 'relevance';
  return {
    words,
    subject: cut(subject, 300),
    language: cut(language, 35),
    availableOnly: available ?? false,
    sort: sort === undefined || (sort === 'relevance' && words === null) ? best : sort,
  };
}

/** An ISBN is found with and without its hyphens. */
function asIsbn(words: string | null): string | null {
  return words !== null && /^(?:97[89])?(?:[ -]?\d){9}[ -]?[\dX]$/i.test(words) ? words.replaceAll(/[ -]/g, '') : words;
}

/** Ends a text at a whole character; a NUL, which PostgreSQL does not take, goes. */
function cut(text: string | undefined, lengthAtMost: number): string | null {
  const plain = [...(text ?? '').replaceAll('\0', '').slice(0, lengthAtMost * 2)].slice(0, lengthAtMost).join('').toWellFormed().trim();
  return plain === '' ? null : plain;
}
