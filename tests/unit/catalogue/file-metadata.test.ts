import { describe, expect, test } from '@jest/globals';
import { clean, proposedMetadata, type RawMetadata } from '@/lib/domain/catalogue/file-metadata';

const file = (raw: Partial<RawMetadata>): RawMetadata => ({ fileName: 'berkas.pdf', title: null, authors: null, language: null, openingText: '', ...raw });

describe('the title that a librarian finds filled in', () => {
  test('is the one that the file gives itself', () => {
    expect(proposedMetadata(file({ title: '  Laskar\u0000 Pelagi\n' })).title).toBe('Laskar Pelagi');
  });

  test.each(['Untitled', 'untitled-1', 'Microsoft Word - bab1.doc', 'naskah_final.indd', '   ', '\u202e', '42', 'Dokumen 1'])('is the file name where the file says only %p', (title) => {
    expect(proposedMetadata(file({ title, fileName: 'laskar-pelagi_cetak_ulang.PDF' })).title).toBe('Laskar pelagi cetak ulang');
  });

  test('keeps a script as the text that it is', () => {
    expect(proposedMetadata(file({ title: '<script>alert(1)</script>' })).title).toBe('<script>alert(1)</script>');
  });

  test('is one line without signs that turn the text around it', () => {
    expect(clean('a\u202eb\u0007c\r\n\td\u2028e', 100)).toBe('a b c d e');
    expect([...clean('😀'.repeat(500), 300)]).toHaveLength(300);
  });
});

describe('authors', () => {
  test.each([
    ['Andrea Hirata; Dee Lestari', ['Andrea Hirata', 'Dee Lestari']],
    ['Andrea Hirata dan Dee Lestari', ['Andrea Hirata', 'Dee Lestari']],
    ['Andrea Hirata, Dee Lestari', ['Andrea Hirata', 'Dee Lestari']],
    ['Toer, Pramoedya Ananta', ['Toer, Pramoedya Ananta']],
    ['Budi Santoso, M. Pd.', ['Budi Santoso, M. Pd.']],
    ['user', []],
    ['', []],
    ['A; A; B', ['A', 'B']],
  ])('%p are %j', (authors, names) => expect(proposedMetadata(file({ authors })).authors).toEqual(names));
});

describe('the language', () => {
  const indonesian = 'Buku ini adalah buku yang ditulis dengan cermat dan untuk anak dalam bahasa yang tidak sulit dari awal pada akhir oleh penulis itu.';

  test('is what the first pages speak, whatever the word processor stamped', () => {
    expect(proposedMetadata(file({ language: 'en-US', openingText: indonesian })).language).toBe('id');
  });

  test('is what the file says where the pages do not tell, and Indonesian where nothing does', () => {
    expect(proposedMetadata(file({ language: 'jv-ID' })).language).toBe('jv');
    expect(proposedMetadata(file({})).language).toBe('id');
  });
});
