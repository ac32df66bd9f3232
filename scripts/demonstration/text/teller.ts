import type { Seed } from '../seed';

/** Word lists by name; an entry may hold slots of its own. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** Fills the slots of sentence templates: `{tempat}` draws from the list "tempat", never the same entry twice in a row. */
export type Teller = {
  say(template: string): string;
  /** The next of a list, all of them before any comes again. */
  draw(name: string): string;
  drawFrom(name: string, list: readonly string[]): string;
};

export function teller(seed: Seed, lexicon: Lexicon): Teller {
  const decks = new Map<string, string[]>();
  const drawFrom = (name: string, list: readonly string[]): string => {
    const deck = decks.get(name) ?? [];
    if (deck.length === 0) deck.push(...seed.shuffled(list));
    decks.set(name, deck);
    const drawn = deck.pop();
    if (drawn === undefined) throw new RangeError(`the word list ${name} is empty`);
    return drawn;
  };
  const draw = (name: string): string => {
    const list = lexicon[name];
    if (list === undefined) throw new RangeError(`no word list is called ${name}`);
    return drawFrom(name, list);
  };
  const fill = (template: string, depth: number): string => {
    if (depth > 4) throw new RangeError(`slots within slots without end: ${template}`);
    return template.replace(/\{(\w+)\}/g, (_slot, name: string) => fill(draw(name), depth + 1));
  };
  return { draw, drawFrom, say: (template) => capitalised(fill(template, 0)) };
}

/** The first letter large, also behind an opening quotation mark. */
export function capitalised(text: string): string {
  return text.replace(/^([“‘(]?)(\p{Ll})/u, (_start, quote: string, letter: string) => quote + letter.toUpperCase());
}
