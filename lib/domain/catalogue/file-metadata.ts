import { findIsbn } from './isbn';

/** What a file says of itself: a stranger's text, often nonsense. */
export type RawMetadata = {
  readonly fileName: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly language: string | null;
  readonly openingText: string;
};

/** What a librarian finds already filled in; everything may be corrected. */
export type ProposedMetadata = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly isbn: string | null;
};

/** The form's first content: the file's own title where it is one, else its name; authors apart; a language we can name. */
export function proposedMetadata(raw: RawMetadata): ProposedMetadata {
  const title = clean(raw.title ?? '', 300);
  return {
    title: isRealTitle(title) ? title : titleOfFileName(raw.fileName),
    authors: authorsOf(raw.authors ?? ''),
    language: languageOf(raw.language, raw.openingText),
    isbn: findIsbn(raw.openingText),
  };
}

/** Visible text on one line: no control characters, nothing that turns the direction of the text around it. */
export function clean(text: string, lengthAtMost: number): string {
  const visible = text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu, ' ');
  return [...visible.replace(/\s+/g, ' ').trim()].slice(0, lengthAtMost).join('').trim();
}

// What word processors and scanners write when nobody gave a title.
function isRealTitle(title: string): boolean {
  if (!/\p{L}/u.test(title) || title.length < 2) return false;
  if (/^(untitled|tanpa judul|document|dokumen|title|judul|scan|pdf)[\s\d._-]*$/i.test(title)) return false;
  return !/^(microsoft (word|powerpoint)|powerpoint presentation|adobe photoshop)\b/i.test(title) && !/\.(pdf|docx?|indd|qxd|tex|dvi|odt|rtf|ps|cdr|pptx?)$/i.test(title);
}

function titleOfFileName(fileName: string): string {
  const words = clean(fileName.replace(/\.pdf$/i, '').replace(/[_+]+|(?<=\S)-(?=\S)|%20/g, ' '), 300);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names apart by ; or & or "dan"/"and"; a comma parts full names, and stays within "Toer, Pramoedya Ananta". */
function authorsOf(text: string): string[] {
  const parts = text.split(/\s*[;&\n]\s*|\s+(?:dan|and)\s+/i).flatMap((part) => (isListByComma(part) ? part.split(/\s*,\s*/) : [part]));
  const names = parts.map((part) => clean(part, 120)).filter((name) => /\p{L}/u.test(name) && !/^(user|admin|administrator|unknown|anonim|anonymous|author|penulis|pc|owner|windows user|acer|asus|hp|lenovo|dell)\d*$/i.test(name));
  return [...new Set(names)].slice(0, 20);
}

function isListByComma(part: string): boolean {
  const names = part.split(',').map((name) => name.trim());
  return names.length > 1 && names.every((name) => /\S\s+\S/.test(name) && !/^[\p{L}]{1,4}\.(\s|$)/u.test(name));
}

function languageOf(tag: string | null, openingText: string): string {
  const known = /^([a-z]{2})\b/i.exec(tag ?? '')?.[1]?.toLowerCase();
  const guessed = guessLanguage(openingText);
  // Word processors stamp en-US into everything: the words themselves know better.
  return guessed ?? known ?? 'id';
}

const signs = {
  id: /\b(yang|dan|dengan|untuk|adalah|dalam|tidak|dari|pada|oleh|ini|itu)\b/gi,
  en: /\b(the|and|with|for|is|in|not|from|of|by|this|that)\b/gi,
};

function guessLanguage(text: string): 'id' | 'en' | null {
  const counts = { id: text.match(signs.id)?.length ?? 0, en: text.match(signs.en)?.length ?? 0 };
  if (counts.id + counts.en < 12) return null;
  if (counts.id > counts.en * 2) return 'id';
  return counts.en > counts.id * 2 ? 'en' : null;
}
