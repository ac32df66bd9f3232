import type { Block } from '../text/block';
import { grey, Ink, type Jpeg, type PageSource, widthOf } from './ink';
import type { Interior } from './interior';
import { clothBand, diamondRow } from './motif';
import { breakLines, type Line } from './paragraph';
import type { OutlineEntry } from './write-pdf';

export type PictureMaker = (scene: string, width: number, height: number) => Jpeg;
type Setting = { readonly style: 'body' | 'italic'; readonly size: number; readonly inset: number; readonly firstIndent: number; readonly justified: boolean };

/** Lets text flow into pages: chapters with openings, running heads, folios; printed page numbers are those of the file. */
export class Typesetter {
  readonly pages: (Ink | null)[] = [];
  readonly outline: OutlineEntry[] = [];
  private y = 0;
  private chapter = '';
  /** Pictures that found no room where they belong: each stands at the head of the next page. */
  private readonly floating: { readonly scene: string; readonly caption: string }[] = [];

  constructor(private readonly look: Interior, private readonly bookTitle: string, private readonly makePicture: PictureMaker) {}

  /** A page that somebody else draws, now or (the contents) when all numbers are known. */
  insert(page: Ink | null): number {
    return this.pages.push(page) - 1;
  }

  openChapter(number: string, title: string): void {
    const { look } = this;
    while (this.floating.length > 0) this.newPage(true);
    this.chapter = title;
    const ink = this.newPage(false);
    this.outline.push({ title, pageIndex: this.pages.length - 1 });
    const top = look.height - look.margin.top;
    clothBand(ink, this.left(), top - 12, this.measure(), 12, look.accent);
    ink.text(look.fonts.sansBold, 8.5, this.left(), top - 48, number.toUpperCase(), { colour: look.accent, tracking: 1.4 });
    const size = look.size * 2.05;
    const lines = breakLines(title, { face: look.fonts.bold.face, size, width: this.measure(), firstIndent: 0, justified: false, hyphenated: false });
    lines.forEach((line, index) => ink.text(look.fonts.bold, size, this.left(), top - 76 - index * size * 1.2, line.text));
    this.y = top - 76 - lines.length * size * 1.2 - look.leading;
  }

  place(block: Block): void {
    const { look } = this;
    switch (block.kind) {
      case 'paragraph':
        return this.flow(block.text, { style: 'body', size: look.size, inset: 0, firstIndent: block.first === true ? 0 : look.size * 1.6, justified: true });
      case 'heading':
        return this.heading(block.text);
      case 'list':
        return this.list(block.items, block.numbered);
      case 'verse':
        return this.verse(block.lines);
      case 'note':
        return this.note(block.text);
      case 'ornament':
        return this.ornament();
      case 'picture':
        return this.picture(block.scene, block.caption);
      default:
        throw new TypeError(`not a block: ${JSON.stringify(block satisfies never)}`);
    }
  }

  finished(): PageSource[] {
    return this.pages.map((ink) => (ink ?? new Ink(this.look.width, this.look.height)).page());
  }

  private flow(text: string, setting: Setting): void {
    const { look } = this;
    const font = look.fonts[setting.style];
    const lines = breakLines(text, { face: font.face, size: setting.size, width: this.measure() - 2 * setting.inset, firstIndent: setting.firstIndent, justified: setting.justified, hyphenated: look.hyphenated });
    const leading = setting.size * 1.5;
    // neither the first nor the last line of a paragraph stands alone on a page
    if (lines.length > 1 && this.linesLeft(leading) < 2) this.newPage(true);
    lines.forEach((line, index) => {
      if (this.linesLeft(leading) < 1 || (index === lines.length - 2 && lines.length > 3 && this.linesLeft(leading) === 1)) this.newPage(true);
      this.line(line, font.role === 'I' ? 'italic' : 'body', setting.size, setting.inset);
      this.y -= leading;
    });
  }

  private line(line: Line, style: 'body' | 'italic', size: number, inset: number): void {
    this.ink().text(this.look.fonts[style], size, this.left() + inset + line.indent, this.y, line.text, { wordSpacing: line.wordSpacing });
  }

  private heading(text: string): void {
    const { look } = this;
    if (this.linesLeft(look.leading) < 5) this.newPage(true);
    this.y -= look.leading * 0.6;
    const lines = breakLines(text, { face: look.fonts.sansBold.face, size: look.size * 1.1, width: this.measure(), firstIndent: 0, justified: false, hyphenated: false });
    for (const line of lines) {
      this.ink().text(look.fonts.sansBold, look.size * 1.1, this.left(), this.y, line.text, { colour: look.accent });
      this.y -= look.leading;
    }
    this.y -= look.leading * 0.15;
  }

  private list(items: readonly string[], numbered: boolean): void {
    const { look } = this;
    this.y -= look.leading * 0.3;
    const inset = look.size * 1.9;
    items.forEach((item, index) => {
      const sign = numbered ? `${index + 1}.` : '•';
      const lines = breakLines(item, { face: look.fonts.body.face, size: look.size, width: this.measure() - inset, firstIndent: 0, justified: false, hyphenated: look.hyphenated });
      lines.forEach((line, at) => {
        if (this.linesLeft(look.leading) < 1) this.newPage(true);
        if (at === 0) this.ink().textRight(look.fonts.sansBold, look.size * 0.86, this.left() + inset - look.size * 0.7, this.y, sign, look.accent);
        this.ink().text(look.fonts.body, look.size, this.left() + inset, this.y, line.text);
        this.y -= look.leading;
      });
      this.y -= look.leading * 0.12;
    });
    this.y -= look.leading * 0.4;
  }

  private verse(lines: readonly string[]): void {
    const { look } = this;
    if (this.linesLeft(look.leading) < lines.length) this.newPage(true);
    for (const line of lines) {
      this.ink().text(look.fonts.body, look.size, this.left() + look.size * 2, this.y, line);
      this.y -= look.leading;
    }
    this.y -= look.leading;
  }

  private note(text: string): void {
    const { look } = this;
    const size = look.size * 0.92;
    const lines = breakLines(text, { face: look.fonts.sans.face, size, width: this.measure() - 26, firstIndent: 0, justified: false, hyphenated: false });
    const height = lines.length * size * 1.5 + 16;
    if (this.y - height < look.margin.bottom) this.newPage(true);
    const top = this.y + look.size;
    this.ink().box(this.left(), top - height, this.measure(), height, tint(look.accent));
    this.ink().box(this.left(), top - height, 3, height, look.accent);
    lines.forEach((line, index) => this.ink().text(look.fonts.sans, size, this.left() + 14, top - 8 - size - index * size * 1.5, line.text));
    this.y = top - height - look.leading * 1.2;
  }

  private ornament(): void {
    if (this.linesLeft(this.look.leading) < 4) return;
    diamondRow(this.ink(), this.left() + this.measure() / 2, this.y + 2, 2.6, 3, this.look.accent);
    this.y -= this.look.leading * 1.4;
  }

  private picture(scene: string, caption: string): void {
    const { look } = this;
    const [width, height] = [this.measure(), this.measure() * 0.66];
    if (this.y - height - look.leading * 2 < look.margin.bottom) {
      this.floating.push({ scene, caption });
      return;
    }
    const jpeg = this.makePicture(scene, width, height);
    const top = this.y + look.size * 0.6;
    this.ink().picture(jpeg, this.left(), top - height, width, height);
    const size = look.size * 0.8;
    breakLines(caption, { face: look.fonts.sans.face, size, width, firstIndent: 0, justified: false, hyphenated: false }).forEach((line, index) =>
      this.ink().text(look.fonts.sans, size, this.left(), top - height - size * (1.5 + index * 1.35), line.text, { colour: grey }),
    );
    this.y = top - height - look.leading * 2.4;
  }

  private newPage(withHead: boolean): Ink {
    const { look } = this;
    const ink = new Ink(look.width, look.height);
    this.pages.push(ink);
    const folio = String(this.pages.length);
    const [left, right] = [this.left(), this.left() + this.measure()];
    const [foot, head] = [look.margin.bottom * 0.5, look.height - look.margin.top * 0.62];
    if (this.isRight()) ink.textRight(look.fonts.sans, 8, right, foot, folio, grey);
    else ink.text(look.fonts.sans, 8, left, foot, folio, { colour: grey });
    const words = this.fitting(this.isRight() ? this.chapter : this.bookTitle);
    if (withHead && this.isRight()) ink.textRight(look.fonts.italic, 8.5, right, head, words, grey);
    if (withHead && !this.isRight()) ink.text(look.fonts.italic, 8.5, left, head, words, { colour: grey });
    this.y = look.height - look.margin.top - look.size;
    const float = withHead ? this.floating.shift() : undefined;
    if (float !== undefined) this.picture(float.scene, float.caption);
    return ink;
  }

  private fitting(text: string): string {
    const words = text.split(' ');
    while (words.length > 1 && widthOf(this.look.fonts.italic, 8.5, `${words.join(' ')} …`) > this.measure()) words.pop();
    return words.length === text.split(' ').length ? text : `${words.join(' ')} …`;
  }

  private ink(): Ink {
    return this.pages.at(-1) ?? this.newPage(true);
  }

  private linesLeft(leading: number): number {
    return Math.floor((this.y - this.look.margin.bottom) / leading) + 1;
  }

  private isRight(): boolean {
    return this.pages.length % 2 === 1;
  }

  private left(): number {
    return this.isRight() ? this.look.margin.inner : this.look.margin.outer;
  }

  private measure(): number {
    return this.look.width - this.look.margin.inner - this.look.margin.outer;
  }
}

function tint([red, green, blue]: readonly [number, number, number]): readonly [number, number, number] {
  const pale = (part: number): number => 1 - (1 - part) * 0.09;
  return [pale(red), pale(green), pale(blue)];
}
