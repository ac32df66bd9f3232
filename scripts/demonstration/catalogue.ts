import type { Book } from './book';
import { knowledge } from './books/knowledge';
import { stories } from './books/stories';
import { useful } from './books/useful';

/** Every title of the demonstration. */
export const catalogue: readonly Book[] = [...stories, ...useful, ...knowledge];

export function bookBySlug(slug: string): Book {
  const found = catalogue.find((book) => book.slug === slug);
  if (found === undefined) throw new RangeError(`no book of the demonstration is called ${slug}`);
  return found;
}
