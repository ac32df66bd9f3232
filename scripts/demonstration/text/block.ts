/** What a page is made of, before anybody knows where it will stand. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly first?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered: boolean }
  | { readonly kind: 'verse'; readonly lines: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'ornament' }
  | { readonly kind: 'picture'; readonly scene: string; readonly caption: string };

/** One piece of a chapter that may follow any other; a chapter goes on until it has the pages it should have. */
export type Portion = readonly Block[];
