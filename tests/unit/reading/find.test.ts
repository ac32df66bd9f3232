import { describe, expect, test } from '@jest/globals';
import { around, fold, joined, occurrences } from '@/lib/domain/reading/find';

const find = (text: string, query: string) => occurrences(text, fold(query).text).map(({ from, until }) => text.slice(from, until));

describe('search in the text of a book', () => {
  test('finds every place, one after the other', () => {
    expect(find('buku, buku dan buku', 'buku')).toEqual(['buku', 'buku', 'buku']);
  });

  test('does not care for capitals and accents', () => {
    expect(find('Kafé KAFE kafe', 'kafe')).toEqual(['Kafé', 'KAFE', 'kafe']);
  });

  test('finds a word written with a ligature', () => {
    expect(find('sebuah ﬁlm ﬁksi', 'film')).toEqual(['ﬁlm']);
  });

  test('does not care how much white space a line has', () => {
    expect(find('rumah \n\t baca', 'rumah baca')).toEqual(['rumah \n\t baca']);
  });

  test('finds a repeated word with or without its hyphen', () => {
    expect(find('kanak-kanak', 'kanak-kanak')).toEqual(['kanak-kanak']);
    expect(find('kanak-kanak', 'kanakkanak')).toEqual(['kanak-kanak']);
  });

  test('gives places in the original also behind characters that fold to several', () => {
    expect(find('ﬁﬁﬁ 𝔸 lalu', 'lalu')).toEqual(['lalu']);
  });

  test('finds nothing for nothing', () => {
    expect(find('apa saja', '')).toEqual([]);
  });
});

describe('what stands around a find', () => {
  const seen = (text: string, query: string) => occurrences(text, fold(query).text).map((found) => around(text, found));

  test('is cut between words, and says where the text goes on', () => {
    expect(seen('Masukkan satu sendok teh terasi bakar dan dua sendok makan gula merah serta lima butir kemiri yang sudah disangrai', 'gula')).toEqual([
      { before: '… teh terasi bakar dan dua sendok makan ', after: ' merah serta lima butir kemiri yang …' },
    ]);
  });

  test('keeps a word that happens to end where the cut falls', () => {
    const words = 'abcd '.repeat(20);
    expect(seen(`${words}gula`, 'gula')).toEqual([{ before: `… ${'abcd '.repeat(8)}`, after: '' }]);
    expect(seen(`gula${' abcd'.repeat(20)}`, 'gula')).toEqual([{ before: '', after: `${' abcd'.repeat(8)} …` }]);
  });

  test('is the whole text where there is little of it', () => {
    expect(seen('satu gula dua', 'gula')).toEqual([{ before: 'satu ', after: ' dua' }]);
  });

  test('keeps part of a word that is longer than the room, rather than nothing', () => {
    expect(seen(`${'x'.repeat(90)}gula${'y'.repeat(90)}`, 'gula')).toEqual([{ before: `… ${'x'.repeat(40)}`, after: `${'y'.repeat(40)} …` }]);
  });
});

describe('the text of a page', () => {
  test('has a space for each end of a line', () => {
    expect(joined([{ text: 'satu', endsLine: true }, { text: 'dua', endsLine: false }]).text).toBe('satu dua');
  });

  test('makes a word whole that a line broke', () => {
    const { text } = joined([{ text: 'ia sedang mem-', endsLine: true }, { text: 'baca buku', endsLine: true }]);
    expect(find(text, 'membaca')).toEqual(['mem-baca']);
  });

  test('knows where each run begins', () => {
    expect(joined([{ text: 'satu', endsLine: true }, { text: 'dua-', endsLine: true }, { text: 'tiga', endsLine: false }]).starts).toEqual([0, 5, 9]);
  });
});
