import { describe, expect, test } from '@jest/globals';
import { seedOf } from '@/scripts/demonstration/seed';
import { writer } from '@/scripts/demonstration/text/compose';
import { subjectNamed, subjectNames } from '@/scripts/demonstration/text/subjects';
import { capitalised, teller } from '@/scripts/demonstration/text/teller';

describe('a seed', () => {
  test('gives the same numbers for the same name and others for another', () => {
    const draw = (name: string): number[] => Array.from({ length: 5 }, seedOf(name).next);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  test('a branch does not move the stream that it leaves', () => {
    const [plain, branched] = [seedOf('a'), seedOf('a')];
    branched.branch('x').next();
    expect(branched.next()).toBe(plain.next());
  });

  test('whole numbers reach both ends and never pass them', () => {
    const seed = seedOf('ends');
    const drawn = new Set(Array.from({ length: 300 }, () => seed.whole(1, 3)));
    expect([...drawn].sort()).toEqual([1, 2, 3]);
  });
});

describe('a teller', () => {
  test('fills slots, also slots within slots, and begins with a capital', () => {
    const tell = teller(seedOf('t'), { siapa: ['{nama} kecil'], nama: ['aluh'] });
    expect(tell.say('{siapa} pulang.')).toBe('Aluh kecil pulang.');
  });

  test('says every entry of a list before any comes again', () => {
    const tell = teller(seedOf('t'), { a: ['1', '2', '3', '4'] });
    expect(new Set(Array.from({ length: 4 }, () => tell.draw('a'))).size).toBe(4);
  });

  test('refuses a slot that no list fills, and slots without end', () => {
    expect(() => teller(seedOf('t'), {}).say('{apa}')).toThrow(/no word list/);
    expect(() => teller(seedOf('t'), { a: ['{a}'] }).say('{a}')).toThrow(/without end/);
  });

  test('a quotation begins with a capital inside its mark', () => {
    expect(capitalised('“bangun,” katanya')).toBe('“Bangun,” katanya');
  });
});

test.each([...subjectNames])('the subject %s fills all its sentences', (name) => {
  const write = writer(subjectNamed(name), seedOf(name), { pictureChance: 1 });
  const blocks = Array.from({ length: 60 }, () => [...write.opening(), ...write.portion(), ...write.closing()]).flat();
  const said = [write.chapterTitle(), JSON.stringify(blocks)].join('');
  expect(said).not.toMatch(/\{\w+\}/);
  expect(said).not.toMatch(/undefined|  /);
  expect(blocks.length).toBeGreaterThan(120);
});
