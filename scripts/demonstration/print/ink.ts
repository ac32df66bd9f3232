import type { Typeface } from './typeface';
import { pdfText } from './win-ansi';

export type Colour = readonly [number, number, number];
/** A typeface under the name by which pages call it. */
export type Font = { readonly role: string; readonly face: Typeface };
export type Jpeg = { readonly bytes: Buffer; readonly width: number; readonly height: number; readonly grey: boolean };
export type Point = readonly [number, number];

export type PageSource = {
  readonly width: number;
  readonly height: number;
  readonly content: string;
  readonly fonts: readonly Font[];
  readonly pictures: readonly { readonly name: string; readonly jpeg: Jpeg }[];
};

/** Draws one page in PDF's own language; points, from the lower left corner. */
export class Ink {
  private readonly written: string[] = [];
  private readonly fonts = new Map<string, Font>();
  private readonly pictures = new Map<string, Jpeg>();

  constructor(readonly width: number, readonly height: number) {}

  text(font: Font, size: number, x: number, y: number, text: string, { colour = black, wordSpacing = 0, tracking = 0 } = {}): void {
    this.fonts.set(font.role, font);
    const spacing = `${n(wordSpacing)} Tw ${n(tracking)} Tc`;
    this.written.push(`BT ${rgb(colour)} rg /${font.role} ${n(size)} Tf ${spacing} ${n(x)} ${n(y)} Td ${pdfText(text)} Tj ET`);
  }

  textCentred(font: Font, size: number, y: number, text: string, { colour = black, tracking = 0, centre = this.width / 2 } = {}): void {
    this.text(font, size, centre - widthOf(font, size, text, tracking) / 2, y, text, { colour, tracking });
  }

  textRight(font: Font, size: number, right: number, y: number, text: string, colour: Colour = black): void {
    this.text(font, size, right - widthOf(font, size, text, 0), y, text, { colour });
  }

  line(from: Point, to: Point, thickness: number, colour: Colour): void {
    this.written.push(`${rgb(colour)} RG ${n(thickness)} w ${at(from)} m ${at(to)} l S`);
  }

  shape(points: readonly Point[], colour: Colour): void {
    const [first, ...rest] = points;
    if (first === undefined) return;
    this.written.push(`${rgb(colour)} rg ${at(first)} m ${rest.map((point) => `${at(point)} l`).join(' ')} h f`);
  }

  box(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.written.push(`${rgb(colour)} rg ${n(x)} ${n(y)} ${n(width)} ${n(height)} re f`);
  }

  picture(jpeg: Jpeg, x: number, y: number, width: number, height: number): void {
    const name = `P${this.pictures.size + 1}`;
    this.pictures.set(name, jpeg);
    this.written.push(`q ${n(width)} 0 0 ${n(height)} ${n(x)} ${n(y)} cm /${name} Do Q`);
  }

  page(): PageSource {
    const pictures = [...this.pictures].map(([name, jpeg]) => ({ name, jpeg }));
    return { width: this.width, height: this.height, content: this.written.join('\n'), fonts: [...this.fonts.values()], pictures };
  }
}

export const black: Colour = [0.12, 0.11, 0.1];
export const grey: Colour = [0.45, 0.43, 0.4];

export function widthOf(font: Font, size: number, text: string, tracking = 0): number {
  return font.face.measure(text) * size + tracking * Math.max(0, text.length - 1);
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function at([x, y]: Point): string {
  return `${n(x)} ${n(y)}`;
}

function rgb(colour: Colour): string {
  return colour.map(n).join(' ');
}
