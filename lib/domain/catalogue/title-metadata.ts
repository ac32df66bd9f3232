/** What a librarian writes about a title. */
export type TitleMetadata = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly isbn: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly language: string;
  readonly subjects: readonly string[];
  readonly description: string | null;
};
