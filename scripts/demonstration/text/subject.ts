import type { Lexicon } from './teller';

/** A story: narration and talk in turn; a moral closes each chapter of a children's book. */
export type Story = {
  readonly form: 'story';
  readonly lexicon: Lexicon;
  readonly chapters: readonly string[];
  readonly openings: readonly string[];
  readonly narration: readonly string[];
  readonly talk: readonly string[];
  readonly closings: readonly string[];
  readonly morals?: readonly string[];
};

/** A book that explains: sections with headings, statements, now and then steps, a boxed note or a picture. */
export type Essay = {
  readonly form: 'essay';
  readonly lexicon: Lexicon;
  readonly chapters: readonly string[];
  readonly openings: readonly string[];
  readonly headings: readonly string[];
  readonly statements: readonly string[];
  readonly steps?: readonly string[];
  readonly notes: readonly string[];
  readonly scenes?: readonly string[];
  readonly captions?: readonly string[];
};

export type Recipes = {
  readonly form: 'recipes';
  readonly lexicon: Lexicon;
  readonly chapters: readonly string[];
  readonly dishes: readonly string[];
  readonly introductions: readonly string[];
  readonly ingredients: readonly string[];
  readonly steps: readonly string[];
  readonly notes: readonly string[];
  readonly words: { readonly ingredients: string; readonly steps: string };
};

export type Poems = {
  readonly form: 'poems';
  readonly lexicon: Lexicon;
  readonly chapters: readonly string[];
  readonly titles: readonly string[];
  readonly lines: readonly string[];
};

export type Subject = Story | Essay | Recipes | Poems;
