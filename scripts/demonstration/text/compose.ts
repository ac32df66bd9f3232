import type { Seed } from '../seed';
import type { Block, Portion } from './block';
import type { Essay, Poems, Recipes, Story, Subject } from './subject';
import { type Teller, teller } from './teller';

/** Writes a book from a subject: chapter titles, and portions of text without end. */
export type Writer = {
  chapterTitle(): string;
  opening(): Portion;
  portion(): Portion;
  closing(): Portion;
};

export type Liberties = { readonly cast?: Readonly<Record<string, readonly string[]>>; readonly pictureChance?: number };

export function writer(subject: Subject, seed: Seed, { cast = {}, pictureChance = 0 }: Liberties): Writer {
  const tell = teller(seed, { ...subject.lexicon, ...cast });
  const said = (name: string, list: readonly string[]): string => tell.say(tell.drawFrom(name, list));
  const chapterTitle = (): string => said('chapters', subject.chapters);
  switch (subject.form) {
    case 'story':
      return { chapterTitle, opening: () => storyOpening(subject, said), portion: () => storyPortion(subject, seed, said), closing: () => storyClosing(subject, said) };
    case 'essay':
      return { chapterTitle, opening: () => [paragraph([said('openings', subject.openings), ...several(3, () => said('statements', subject.statements))], true)], portion: () => essayPortion(subject, seed, said, pictureChance), closing: () => [] };
    case 'recipes':
      return { chapterTitle, opening: () => [paragraph(several(3, () => said('introductions', subject.introductions)), true)], portion: () => recipe(subject, seed, tell, said), closing: () => [] };
    case 'poems':
      return { chapterTitle, opening: () => [], portion: () => poem(subject, seed, tell, said), closing: () => [] };
  }
}

type Said = (name: string, list: readonly string[]) => string;

function storyOpening(story: Story, said: Said): Portion {
  return [paragraph([said('openings', story.openings), ...several(3, () => said('narration', story.narration))], true)];
}

function storyPortion(story: Story, seed: Seed, said: Said): Portion {
  const blocks: Block[] = [];
  for (let count = seed.whole(5, 8); count > 0; count -= 1) {
    blocks.push(paragraph(several(seed.whole(3, 5), () => said('narration', story.narration))));
    for (let lines = seed.whole(0, 3); lines > 0; lines -= 1) blocks.push(paragraph([said('talk', story.talk)]));
  }
  return [...blocks, { kind: 'ornament' }];
}

function storyClosing(story: Story, said: Said): Portion {
  const end: Block = paragraph([said('narration', story.narration), said('closings', story.closings)]);
  return story.morals === undefined ? [end] : [end, { kind: 'note', text: said('morals', story.morals) }];
}

function essayPortion(essay: Essay, seed: Seed, said: Said, pictureChance: number): Portion {
  const blocks: Block[] = [{ kind: 'heading', text: said('headings', essay.headings) }];
  const paragraphs = seed.whole(3, 5);
  for (let index = 0; index < paragraphs; index += 1) {
    blocks.push(paragraph(several(seed.whole(3, 6), () => said('statements', essay.statements)), index === 0));
    if (index === 0 && essay.scenes !== undefined && seed.chance(pictureChance)) blocks.push({ kind: 'picture', scene: seed.pick(essay.scenes), caption: said('captions', essay.captions ?? essay.headings) });
  }
  if (essay.steps !== undefined && seed.chance(0.55)) {
    const steps = essay.steps;
    blocks.push({ kind: 'list', numbered: seed.chance(0.6), items: several(seed.whole(4, 6), () => said('steps', steps)) });
  }
  if (seed.chance(0.4)) blocks.push({ kind: 'note', text: said('notes', essay.notes) });
  return blocks;
}

function recipe(recipes: Recipes, seed: Seed, { say }: Teller, said: Said): Portion {
  return [
    { kind: 'heading', text: said('dishes', recipes.dishes) },
    paragraph(several(2, () => said('introductions', recipes.introductions)), true),
    paragraph([recipes.words.ingredients], true),
    { kind: 'list', numbered: false, items: recipes.ingredients.map((ingredient) => say(ingredient)).slice(seed.whole(0, 1)) },
    paragraph([recipes.words.steps], true),
    { kind: 'list', numbered: true, items: several(seed.whole(5, 7), () => said('steps', recipes.steps)) },
    { kind: 'note', text: said('notes', recipes.notes) },
  ];
}

function poem(poems: Poems, seed: Seed, tell: Teller, said: Said): Portion {
  const stanzas = several(seed.whole(2, 4), (): Block => ({ kind: 'verse', lines: several(seed.whole(3, 5), () => tell.say(tell.drawFrom('lines', poems.lines))) }));
  return [{ kind: 'heading', text: said('titles', poems.titles) }, ...stanzas, { kind: 'ornament' }];
}

function paragraph(sentences: readonly string[], first = false): Block {
  return { kind: 'paragraph', text: sentences.join(' '), first };
}

function several<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
