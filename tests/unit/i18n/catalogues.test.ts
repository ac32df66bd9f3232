import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { messages } from '@/lib/i18n/messages';
import { locales } from '@/lib/i18n/locale';

type Words = { readonly [key: string]: string | Words };

/** "title.borrow" → its text, for all words of a language. */
function flat(words: Words, before = ''): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value] as const] : [...flat(value, `${before}${key}.`)])));
}

const id = flat(messages.id as unknown as Words);
const en = flat(messages.en as unknown as Words);
const all = [...id].map(([key, text]) => ({ key, text, english: en.get(key) ?? '' }));

type Argument = { readonly name: string; readonly kind: string; readonly choices: readonly string[] };

/** The arguments of an ICU message, those in its choices too. */
function argumentsOf(text: string): Argument[] {
  const found: Argument[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '{') continue;
    const end = closing(text, at);
    const [name = '', kind = 'plain', ...rest] = splitTop(text.slice(at + 1, end));
    const options = [...rest.join(',').matchAll(/(\S+)\s*\{/g)].length === 0 ? [] : choicesOf(rest.join(','));
    found.push({ name: name.trim(), kind: kind.trim(), choices: options.map(([choice]) => choice) }, ...options.flatMap(([, inner]) => argumentsOf(inner)));
    at = end;
  }
  return found;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return at;
  }
  throw new Error(`a brace is not closed: ${text}`);
}

function splitTop(text: string): string[] {
  const [first = '', second, ...rest] = text.split(',');
  return second === undefined ? [first] : [first, second, rest.join(',')];
}

function choicesOf(text: string): [string, string][] {
  const choices: [string, string][] = [];
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('{', at);
    if (open === -1) break;
    const end = closing(text, open);
    choices.push([text.slice(at, open).trim(), text.slice(open + 1, end)]);
    at = end + 1;
  }
  return choices;
}

const names = (text: string, isTold: (argument: Argument) => boolean = () => true) => [...new Set(argumentsOf(text).filter(isTold).map(({ name }) => name))];
/** A number that only chooses between one and many may be missing where a language has no such choice. */
const lacks = (text: string, other: string) => names(other, ({ kind }) => kind !== 'plural').filter((name) => !names(text).includes(name));
const chooses = ({ kind }: Argument) => kind === 'plural' || kind === 'select';

describe('both languages', () => {
  test('have words for the same things', () => {
    expect([...en.keys()].sort()).toEqual([...id.keys()].sort());
    expect(id.size).toBeGreaterThan(500);
  });

  test('tell the same facts: a placeholder of one stands in the other', () => {
    expect(all.map(({ key, text, english }) => ({ key, lacks: [...lacks(text, english), ...lacks(english, text)] })).filter((one) => one.lacks.length > 0)).toEqual([]);
  });

  test('choose among the same cases', () => {
    const cases = (text: string) => argumentsOf(text).filter(({ kind }) => kind === 'select').map(({ name, choices }) => `${name}: ${[...choices].sort().join(' ')}`).sort();
    expect(all.filter(({ text, english }) => cases(text).join() !== cases(english).join()).map(({ key }) => key)).toEqual([]);
  });

  test('have a word for whatever else comes', () => {
    for (const { text, english } of all) for (const argument of [...argumentsOf(text), ...argumentsOf(english)]) if (chooses(argument)) expect(argument.choices).toContain('other');
  });

  test('are words: none empty, none with a brace that is open, none with spaces at its ends', () => {
    for (const [key, text] of [...id, ...en]) {
      expect({ key, isWord: text.trim().length > 0 && text === text.trim() }).toEqual({ key, isWord: true });
      expect(() => argumentsOf(text)).not.toThrow();
      expect(text.split('{').length).toBe(text.split('}').length);
    }
  });
});

describe('English', () => {
  // what is only told apart from nothing at all counts no thing
  test('knows one and many wherever it counts', () => {
    for (const [key, text] of en) for (const argument of argumentsOf(text)) if (argument.kind === 'plural') expect({ key, choices: argument.choices.filter((choice) => ['one', '=1', '=0'].includes(choice)).length > 0 }).toEqual({ key, choices: true });
  });

  test('has no Indonesian left in it', () => {
    // names of places and things, and what another-language switch says of itself, may be the same
    const left = [...en].filter(([, text]) => /\b(Anda|tidak|sudah|belum|untuk|dengan|judul|pinjaman|antrean|eksemplar|anggota|pustakawan|perpustakaan)\b/i.test(text));
    expect(left.filter(([key]) => !/^common\.(switchLanguage|tagline)|^demo\./.test(key))).toEqual([]);
  });
});

describe('Indonesian', () => {
  test('addresses members as Anda, politely and without shouting', () => {
    for (const [key, text] of id) expect({ key, text, isPolite: !/\b([Kk]amu|[Kk]au|[Ee]ngkau|loe?|[Gg]ue)\b|!/.test(text) && !/\banda\b/.test(text) }).toEqual({ key, text, isPolite: true });
  });

  test('has no English left in it', () => {
    const left = [...id].filter(([, text]) => /\b(the|your|you|please|click|loan|loans|hold|queue|title|titles|member|members|file not|borrow|return|shelf|expired)\b/i.test(text.replace(/\{[^}]*\}/g, '')));
    expect(left.filter(([key]) => !/^common\.switchLanguage/.test(key))).toEqual([]);
  });

  test('calls things as the term list does', () => {
    const flatWords = [...id.values()].join('\n');
    for (const term of ['Pinjam', 'Kembalikan', 'Perpanjang', 'Antre', 'Batalkan antrean', 'Tunda antrean', 'Lanjutkan antrean', 'Giliran Anda', 'Perkiraan tunggu', 'Batas ambil', 'Jatuh tempo', 'Rak saya', 'Riwayat pinjaman', 'Simpan', 'Baca', 'Nomor anggota', 'Pustakawan', 'Koleksi', 'Kata sandi', 'Masuk', 'Keluar', 'Daftar'])
      expect({ term, isUsed: flatWords.toLowerCase().includes(term.toLowerCase()) }).toEqual({ term, isUsed: true });
  });

  test.each(['eksemplar copy', 'download', 'upload', 'login', 'password', 'email'])('does not borrow "%s"', (word) => {
    expect([...id].filter(([, text]) => new RegExp(`\\b${word}\\b`, 'i').test(text.replace(/\{[^}]*\}|<[^>]*>/g, ''))).map(([key]) => key)).toEqual([]);
  });
});

test('no two languages more or less than the switch offers', () => {
  expect(Object.keys(messages).sort()).toEqual([...locales].sort());
});

test('no word is kept that nothing says any more', () => {
  const files = execFileSync('git', ['ls-files', 'app', 'lib', 'scripts'], { encoding: 'utf8' }).trim().split('\n').filter((path) => /\.(ts|tsx)$/.test(path));
  const sources = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  const words = new Set(sources.match(/[\w-]+/g));
  expect([...id.keys()].filter((key) => !words.has(key.split('.').at(-1) ?? ''))).toEqual([]);
});
