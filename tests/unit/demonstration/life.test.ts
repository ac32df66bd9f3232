import { describe, expect, test } from '@jest/globals';
import { day } from '@/lib/domain/time';
import { bookBySlug, catalogue } from '@/scripts/demonstration/catalogue';
import { idOf } from '@/scripts/demonstration/library/ids';
import { accountId, invented } from '@/scripts/demonstration/library/people';
import { titleIds } from '@/scripts/demonstration/library/shelves';
import { paintCover } from '@/scripts/demonstration/picture/cover';
import { palettes } from '@/scripts/demonstration/picture/palette';
import { coverDesign } from '@/scripts/demonstration/print/press';
import { sceneSheet } from '@/scripts/demonstration/picture/scene';
import { Agenda, type Intent } from '@/scripts/demonstration/replay/agenda';
import { historyDays, partTitleId, script, type Part } from '@/scripts/demonstration/replay/script';
import { seedOf } from '@/scripts/demonstration/seed';
import { subjectNames } from '@/scripts/demonstration/text/subjects';

const now = new Date('2026-11-22T02:00:00Z');
const parts: readonly Part[] = ['popular', 'offered', 'free', 'reading', 'readingSoonDue', 'second'];

describe('the books of the demonstration', () => {
  test('are thirty or more, each once', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(30);
    for (const key of ['slug', 'title'] as const) expect(new Set(catalogue.map((book) => book[key])).size).toBe(catalogue.length);
    expect(new Set(titleIds).size).toBe(catalogue.length);
  });

  test('show every kind that a reader must cope with: 300 pages with pictures, landscape, pages that are pictures only', () => {
    expect(catalogue.some(({ pages, pictureChance = 0 }) => pages >= 300 && pictureChance > 0)).toBe(true);
    expect(new Set(catalogue.map(({ kind }) => kind))).toEqual(new Set(['typeset', 'picture-book', 'scan']));
    expect(new Set(catalogue.map(({ language }) => language))).toEqual(new Set(['id', 'en']));
  });

  test('some have one copy, so that there is a queue; none has none', () => {
    expect(catalogue.filter(({ copies }) => copies === 1).length).toBeGreaterThan(2);
    expect(catalogue.every(({ copies }) => copies >= 1)).toBe(true);
  });

  test.each(catalogue.map((book) => [book.slug, book] as const))('%s can be written, and says what it is', (_, book) => {
    expect(subjectNames).toContain(book.subject);
    expect(Object.keys(palettes)).toContain(book.cover.palette);
    expect(book.pages / book.chapters).toBeGreaterThan(1);
    for (const words of [book.title, book.author, book.publisher, book.description]) expect(words.trim()).toBe(words);
    expect(book.description.length).toBeGreaterThan(40);
    expect(book.subjects.length).toBeGreaterThan(0);
    expect(book.year).toBeLessThanOrEqual(now.getUTCFullYear());
    expect(book.description).not.toMatch(/!|\{|lorem/i);
  });

  test('a book that there is not is said to be none', () => {
    expect(() => bookBySlug('tiada')).toThrow('tiada');
    expect(partTitleId('popular')).toBe(idOf('title', bookBySlug('sungai-yang-menghafal-nama-kita').slug));
  });
});

describe('its people', () => {
  test('are another each, with a day on which they can have been born', () => {
    expect(new Set(invented.map(({ id }) => id)).size).toBe(invented.length);
    expect(new Set(invented.map(({ name }) => name)).size).toBe(invented.length);
    for (const { birthDate } of invented) expect(new Date(`${birthDate}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birthDate);
  });

  test('have ids of their own, the same on every start', () => {
    expect(accountId('anggota')).toBe(accountId('anggota'));
    expect(new Set([...invented.map(({ id }) => id), ...(['anggota', 'anggota2', 'pustakawan', 'admin'] as const).map(accountId)]).size).toBe(invented.length + 4);
    expect(accountId('admin')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('what people mean to do', () => {
  const intents = script(now);

  test('is the same for the same instant, and moves with it', () => {
    expect(script(now)).toEqual(intents);
    const later = script(new Date(now.getTime() + day));
    expect(later.length).toBeGreaterThan(0);
    expect(later).not.toEqual(intents);
  });

  test('lies in the weeks before now, by members and titles that there are', () => {
    const people = new Set([...invented.map(({ id }) => id), accountId('anggota'), accountId('anggota2')]);
    for (const intent of intents) {
      expect(intent.at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(intent.at.getTime()).toBeGreaterThanOrEqual(now.getTime() - (historyDays + 1) * day);
      expect(titleIds).toContain(intent.titleId);
      if ('memberId' in intent) expect(people).toContain(intent.memberId);
    }
  });

  test('gives a newcomer something in every part: loans, a queue, an offer', () => {
    for (const part of parts) expect({ part, acts: intents.filter(({ titleId }) => titleId === partTitleId(part)).length > 0 }).toEqual({ part, acts: true });
    expect(intents.filter(({ kind }) => kind === 'borrow').length).toBeGreaterThan(100);
  });
});

describe('an agenda', () => {
  const settle = (seconds: number, id: string): Intent => ({ kind: 'settle', at: new Date(seconds * 1000), titleId: 't', id });
  const taken = (agenda: Agenda, before: number) => agenda.takeBefore(new Date(before * 1000)).map((intent) => ('id' in intent ? intent.id : ''));

  test('keeps to time, and to who asked first at one instant', () => {
    const agenda = new Agenda();
    agenda.add(settle(3, 'd'), settle(1, 'a'), settle(2, 'b'), settle(2, 'c'));
    expect(agenda.next).toMatchObject({ id: 'a' });
    expect(taken(agenda, 10)).toEqual(['a', 'b', 'c', 'd']);
    expect(agenda.next).toBeUndefined();
  });

  test('what lies at the very instant is not before it', () => {
    const agenda = new Agenda();
    agenda.add(settle(1, 'a'), settle(2, 'b'));
    expect(taken(agenda, 2)).toEqual(['a']);
    agenda.add(settle(1.5, 'late'));
    expect(taken(agenda, 3)).toEqual(['late', 'b']);
  });

  test('is sorted, however it was filled', () => {
    const seed = seedOf('agenda');
    const agenda = new Agenda();
    for (let turn = 0; turn < 300; turn += 1) agenda.add(settle(seed.whole(0, 50), String(turn)));
    const times = agenda.takeBefore(new Date(1e9)).map(({ at }) => at.getTime());
    expect(times).toHaveLength(300);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe('its pictures', () => {
  const [first] = catalogue;

  test('are drawn the same again, so that a cover keeps its address', () => {
    if (first === undefined) throw new Error('no book');
    const paint = () => paintCover(120, 180, first, coverDesign(first), seedOf(first.slug)).toBuffer('image/png').toString('base64');
    expect(paint()).toBe(paint());
  });

  test.each([...new Set(catalogue.flatMap(({ cover }) => cover.scene ?? []))])('the scene %s is more than one colour', (scene) => {
    const canvas = sceneSheet(scene, 60, 90, seedOf(scene));
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3).join()));
    expect(colours.size).toBeGreaterThan(20);
  });

  // AA for letters as large as a cover's
  test.each(Object.entries(palettes))('what is written in %s can be read on its ground and on its paper', (_, { ground, ink, dark, paper }) => {
    expect(contrast(ink, ground)).toBeGreaterThan(3);
    expect(contrast(dark, paper)).toBeGreaterThan(3);
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, deep = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (deep + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
