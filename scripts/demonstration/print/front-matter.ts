import { grey, Ink, type Jpeg } from './ink';
import type { Interior } from './interior';
import { clothBand, diamondRow } from './motif';
import { breakLines } from './paragraph';
import type { OutlineEntry } from './write-pdf';

export type Imprint = { readonly title: string; readonly subtitle?: string; readonly author: string; readonly publisher: string; readonly lines: readonly string[] };

export function coverPage(look: Interior, cover: Jpeg): Ink {
  const ink = new Ink(look.width, look.height);
  ink.picture(cover, 0, 0, look.width, look.height);
  return ink;
}

export function titlePage(look: Interior, { title, subtitle, author, publisher }: Imprint): Ink {
  const ink = new Ink(look.width, look.height);
  const width = look.width * 0.74;
  const size = Math.min(look.width, look.height) * 0.068;
  const lines = breakLines(title, { face: look.fonts.bold.face, size, width, firstIndent: 0, justified: false, hyphenated: false });
  let y = look.height * 0.7;
  for (const line of lines) {
    ink.textCentred(look.fonts.bold, size, y, line.text, { colour: look.accent });
    y -= size * 1.22;
  }
  for (const line of breakLines(subtitle ?? '', { face: look.fonts.italic.face, size: size * 0.46, width, firstIndent: 0, justified: false, hyphenated: false })) {
    ink.textCentred(look.fonts.italic, size * 0.46, y, line.text);
    y -= size * 0.7;
  }
  diamondRow(ink, look.width / 2, look.height * 0.4, 4, 3, look.accent);
  ink.textCentred(look.fonts.body, 12.5, look.height * 0.32, author);
  ink.textCentred(look.fonts.sansBold, 8.5, look.height * 0.11, publisher.toUpperCase(), { tracking: 1.2, colour: grey });
  return ink;
}

export function imprintPage(look: Interior, { lines }: Imprint): Ink {
  const ink = new Ink(look.width, look.height);
  const width = look.width - look.margin.inner - look.margin.outer;
  let y = look.height * 0.42;
  for (const text of lines) {
    for (const line of breakLines(text, { face: look.fonts.sans.face, size: 7.8, width, firstIndent: 0, justified: false, hyphenated: false })) {
      ink.text(look.fonts.sans, 7.8, look.margin.outer, y, line.text, { colour: grey });
      y -= 11.5;
    }
    y -= 5;
  }
  return ink;
}

/** How many pages the contents take, known before the chapters are set. */
export function contentsPageCount(look: Interior, chapterCount: number): number {
  return Math.ceil(chapterCount / entriesPerPage(look));
}

export function contentsPages(look: Interior, heading: string, entries: readonly OutlineEntry[]): Ink[] {
  const perPage = entriesPerPage(look);
  return Array.from({ length: contentsPageCount(look, entries.length) }, (_, index) => contentsPage(look, index === 0 ? heading : '', entries.slice(index * perPage, (index + 1) * perPage)));
}

const lead = 16.6;

function entriesPerPage(look: Interior): number {
  return Math.floor((look.height * 0.68) / lead);
}

function contentsPage(look: Interior, heading: string, entries: readonly OutlineEntry[]): Ink {
  const ink = new Ink(look.width, look.height);
  const [left, right] = [look.margin.inner, look.width - look.margin.outer];
  ink.text(look.fonts.bold, look.size * 2, left, look.height * 0.86, heading, { colour: look.accent });
  if (heading !== '') clothBand(ink, left, look.height * 0.815, right - left, 9, look.accent);
  entries.forEach(({ title, pageIndex }, index) => {
    const y = look.height * 0.775 - index * lead;
    const room = right - left - 34;
    const [line, ...more] = breakLines(title, { face: look.fonts.body.face, size: 10, width: room, firstIndent: 0, justified: false, hyphenated: false });
    ink.text(look.fonts.body, 10, left, y, `${line?.text ?? ''}${more.length > 0 ? ' …' : ''}`);
    ink.textRight(look.fonts.sansBold, 8.5, right, y, String(pageIndex + 1), look.accent);
    ink.line([left, y - 4.8], [right, y - 4.8], 0.25, [0.8, 0.78, 0.74]);
  });
  return ink;
}
