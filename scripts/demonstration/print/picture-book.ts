import type { Book } from '../book';
import { jpegOf } from '../picture/canvas';
import { sceneSheet } from '../picture/scene';
import type { Seed } from '../seed';
import { subjectNamed } from '../text/subjects';
import { writer } from '../text/compose';
import { Ink } from './ink';
import type { Interior } from './interior';
import { diamondRow } from './motif';
import { breakLines } from './paragraph';

const scenes = ['malam', 'hutan', 'sungai', 'sawah', 'hujan', 'pasar', 'ikan', 'pegunungan', 'bunga', 'malam'];

/** A picture on the left three quarters of every page, a few sentences beside it. */
export function pictureBookPages(book: Book, look: Interior, seed: Seed): Ink[] {
  const write = writer(subjectNamed(book.subject), seed.branch('text'), { cast: { tokoh: ['Bekantan kecil'], ...book.cast } });
  return Array.from({ length: book.pages - 1 }, (_, index) => {
    const ink = new Ink(look.width, look.height);
    const scene = scenes[index % scenes.length] ?? 'malam';
    const width = look.width * 0.7;
    ink.picture(jpegOf(sceneSheet(scene, width * 1.7, look.height * 1.7, seed), 84), 0, 0, width, look.height);
    const text = write.opening().flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))[0] ?? '';
    const lines = breakLines(text.split(/(?<=[.?!”]) /).slice(0, 2).join(' '), { face: look.fonts.body.face, size: 15, width: look.width * 0.24, firstIndent: 0, justified: false, hyphenated: true });
    const top = look.height / 2 + (lines.length * 23) / 2;
    lines.forEach((line, at) => ink.text(look.fonts.body, 15, width + look.width * 0.03, top - at * 23, line.text));
    diamondRow(ink, look.width * 0.85, 40, 3, 3, look.accent);
    ink.textCentred(look.fonts.sans, 8, 20, String(index + 2), { centre: look.width * 0.85, colour: look.accent });
    return ink;
  });
}
