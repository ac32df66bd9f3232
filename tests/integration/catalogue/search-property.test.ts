import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { closePool } from '@/lib/adapters/postgres/pool';
import type { TitlePlace } from '@/lib/adapters/postgres/title-search';
import { titleQuestion, titleSorts, type TitleSort } from '@/lib/domain/catalogue/title-question';
import { searchTitles } from '@/lib/operations/catalogue/search-titles';
import { Random } from '@/tests/support/random';
import { aLoan, aMember, aTitle } from '@/tests/support/world';

jest.setTimeout(120_000);

// names that no stemmer changes and no one mistypes for another
const vocabulary = ['barito', 'meratus', 'sasirangan', 'kapuas', 'martapura', 'loksado', 'pagatan', 'negara'] as const;
const subjects = ['Novel', 'Sejarah', 'Pertanian'] as const;
const languages = ['id', 'en', 'bjn'] as const;

type Shelved = { readonly id: string; readonly title: string; readonly words: readonly string[]; readonly subjects: readonly string[]; readonly language: string; readonly isFree: boolean };
const catalogue: Shelved[] = [];

beforeAll(async () => {
  const random = new Random(26);
  const borrower = await aMember();
  for (let place = 0; place < 60; place += 1) {
    const words = [...new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(vocabulary)))];
    const author = random.pick(vocabulary);
    const given = { title: `${words.join(' ')} ${place}`, authors: [author], subjects: subjects.filter(() => random.chance(0.4)), language: random.pick(languages) };
    const id = await aTitle(given);
    const isLent = place % 12 === 0;
    if (isLent) await aLoan(id, borrower);
    catalogue.push({ id, title: given.title, words: [...words, author], subjects: given.subjects, language: given.language, isFree: !isLent });
  }
});
afterAll(closePool);

const question = fc.record({
  words: fc.uniqueArray(fc.constantFrom(...vocabulary), { maxLength: 2 }),
  subject: fc.option(fc.constantFrom(...subjects), { nil: undefined }),
  language: fc.option(fc.constantFrom(...languages), { nil: undefined }),
  available: fc.boolean(),
  sort: fc.constantFrom<TitleSort>(...titleSorts),
  limit: fc.integer({ min: 1, max: 25 }),
});

/** Whoever goes through the shelves by hand. */
function byHand({ words, subject, language, available }: { words: readonly string[]; subject: string | undefined; language: string | undefined; available: boolean }): Shelved[] {
  return catalogue.filter((one) => words.every((word) => one.words.includes(word)) && (subject === undefined || one.subjects.includes(subject)) && (language === undefined || one.language === language) && (!available || one.isFree));
}

test('whatever is asked, the pages together are what one finds by hand: nothing lost, nothing twice, in the order that was asked', async () => {
  await fc.assert(
    fc.asyncProperty(question, async ({ words, limit, ...asked }) => {
      const q = words.length === 0 ? undefined : words.join(' ');
      const found: { id: string; title: string }[] = [];
      let total = 0;
      let near = false;
      let after: TitlePlace | null = null;
      do {
        const page: Awaited<ReturnType<typeof searchTitles>> = await searchTitles(titleQuestion({ q, ...asked }), { limit, after, memberId: null });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        if (after === null) ({ total, near } = page);
        found.push(...page.items);
        after = page.next;
      } while (after !== null && found.length < 200);

      const expected = byHand({ words, ...asked });
      // when nothing has all the words, what is spelt almost so is shown instead, and said to be that
      if (expected.length === 0 && words.length > 0) return expect(near || found.length === 0).toBe(true);
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect([total, near]).toEqual([expected.length, false]);
      if (asked.sort === 'title') expect(found.map(({ title }) => title)).toEqual([...found.map(({ title }) => title)].sort((a, b) => a.localeCompare(b, 'id')));
      return undefined;
    }),
    { numRuns: 60, seed: 2026 },
  );
});

test('who mistypes one letter finds it all the same', async () => {
  for (const word of vocabulary) {
    const typed = [`${word.slice(0, 3)}${word.slice(4)}`, `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`];
    for (const q of typed) {
      const found = await searchTitles(titleQuestion({ q }), { limit: 100, after: null, memberId: null });
      const right = catalogue.filter((one) => one.words.includes(word)).map(({ id }) => id);
      expect({ q, share: found.items.filter(({ id }) => right.includes(id)).length / right.length > 0.5 }).toEqual({ q, share: true });
    }
  }
});
