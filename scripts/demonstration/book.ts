import type { CoverDesign } from './picture/cover';
import type { Format } from './print/interior';

/** One title of the demonstration: what the catalogue says about it and how the press makes it. All of it is invented. */
export type Book = {
  readonly slug: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly author: string;
  readonly publisher: string;
  readonly year: number;
  readonly language: 'id' | 'en';
  readonly subjects: readonly string[];
  readonly description: string;
  readonly copies: number;
  /** What the text is drawn from: a name in subjects.ts. */
  readonly subject: string;
  readonly kind: 'typeset' | 'picture-book' | 'scan';
  /** At least so many pages, in so many chapters. */
  readonly pages: number;
  readonly chapters: number;
  readonly format: Format;
  readonly family: 'literata' | 'lora';
  readonly cover: { readonly layout: CoverDesign['layout']; readonly palette: string; readonly face: CoverDesign['face']; readonly scene?: string };
  /** Who the story is about, in place of the subject's own names. */
  readonly cast?: Readonly<Record<string, readonly string[]>>;
  /** How likely a section is to have a picture; none without. */
  readonly pictureChance?: number;
};
