import type { Colour, Font } from './ink';
import { type Family, typeface } from './typeface';

/** How the inside of a book is set: format, faces, measures; all in points. */
export type Interior = {
  readonly width: number;
  readonly height: number;
  readonly fonts: { readonly body: Font; readonly italic: Font; readonly bold: Font; readonly sans: Font; readonly sansBold: Font };
  readonly size: number;
  readonly leading: number;
  readonly margin: { readonly inner: number; readonly outer: number; readonly top: number; readonly bottom: number };
  readonly accent: Colour;
  readonly hyphenated: boolean;
};

const formats = { a5: [420, 595], pocket: [340, 510], a4: [595, 842], square: [510, 510], landscape: [720, 510] } as const;
export type Format = keyof typeof formats;

export type InteriorChoice = { readonly format: Format; readonly family: Exclude<Family, 'plus-jakarta-sans'>; readonly size: number; readonly accent: Colour; readonly language: 'id' | 'en' };

export function interior({ format, family, size, accent, language }: InteriorChoice): Interior {
  const [width, height] = formats[format];
  const role = (name: string, face: Family, style: 'regular' | 'italic' | 'bold'): Font => ({ role: name, face: typeface(face, style) });
  return {
    width,
    height,
    fonts: {
      body: role('B', family, 'regular'),
      italic: role('I', family, 'italic'),
      bold: role('H', family, 'bold'),
      sans: role('S', 'plus-jakarta-sans', 'regular'),
      sansBold: role('T', 'plus-jakarta-sans', 'bold'),
    },
    size,
    leading: size * 1.5,
    margin: { inner: width * 0.135, outer: width * 0.115, top: height * 0.115, bottom: height * 0.115 },
    accent,
    hyphenated: language === 'id',
  };
}

/** #1f4d3a → the three parts of a PDF colour. */
export function colourOf(hex: string): Colour {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
}
