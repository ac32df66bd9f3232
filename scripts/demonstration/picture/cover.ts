import type { Seed } from '../seed';
import { type Brush, type Canvas, sheet } from './canvas';
import type { Palette } from './palette';
import { type Area, diamond, paintCloth, rosette } from './sasirangan';
import { paintScene } from './scene';

export type CoverText = { readonly title: string; readonly subtitle?: string; readonly author: string; readonly publisher: string };
export type CoverDesign = {
  readonly layout: 'field' | 'frame' | 'emblem' | 'label' | 'scene';
  readonly palette: Palette;
  readonly face: 'Literata' | 'Lora' | 'Jakarta';
  readonly scene?: string;
};

type Layout = (brush: Brush, size: { width: number; height: number }, text: CoverText, design: CoverDesign, seed: Seed) => void;

/** A cover as it would be printed; the same design in whatever proportion is asked for. */
export function paintCover(width: number, height: number, text: CoverText, design: CoverDesign, seed: Seed): Canvas {
  const { canvas, brush } = sheet(width, height);
  layouts[design.layout](brush, { width, height }, text, design, seed);
  return canvas;
}

const field: Layout = (brush, { width, height }, text, { palette, face }, seed) => {
  fill(brush, palette.paper, width, height);
  const clothHeight = height * 0.52;
  paintCloth(brush, { x: 0, y: 0, width, height: clothHeight }, palette, seed);
  brush.fillStyle = palette.accent;
  brush.fillRect(0, clothHeight, width, height * 0.008);
  const area = { x: width * 0.09, y: clothHeight + height * 0.055, width: width * 0.82, height: height * 0.25 };
  const y = writeTitle(brush, text, area, { face, colour: palette.dark, align: 'left' });
  writeSubtitle(brush, text, { ...area, y: y + height * 0.012 }, palette.dark, 'left', width);
  writeFoot(brush, text, { width, height }, palette.dark, 'left');
};

const frame: Layout = (brush, { width, height }, text, { palette, face }, seed) => {
  paintCloth(brush, { x: 0, y: 0, width, height }, palette, seed);
  const margin = width * 0.12;
  fillArea(brush, palette.paper, { x: margin - 7, y: margin - 7, width: width - 2 * margin + 14, height: height - 2 * margin + 14 });
  fillArea(brush, palette.ground, { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin });
  const area = { x: margin * 1.6, y: height * 0.25, width: width - margin * 3.2, height: height * 0.32 };
  rosette(brush, width / 2, height * 0.19, width * 0.06, 8, [palette.accent, palette.partner, palette.ground]);
  const y = writeTitle(brush, text, area, { face, colour: palette.ink, align: 'center' });
  writeSubtitle(brush, text, { ...area, y: y + height * 0.012 }, palette.ink, 'center', width);
  writeCentredFoot(brush, text, { width, height: height - margin * 0.85 }, palette.ink);
};

const emblem: Layout = (brush, { width, height }, text, { palette, face }, seed) => {
  fill(brush, palette.ground, width, height);
  const [x, y, radius] = [width / 2, height * 0.6, width * 0.36];
  for (let ring = 5; ring >= 1; ring -= 1) diamond(brush, x, y, (radius * 1.3 * ring) / 5, ring % 2 === 0 ? palette.ground : ring === 5 ? palette.partner : palette.accent);
  rosette(brush, x, y, radius * 0.74, seed.pick([8, 10, 12]), [palette.paper, palette.partner, palette.ground]);
  const area = { x: width * 0.09, y: height * 0.07, width: width * 0.82, height: height * 0.22 };
  const end = writeTitle(brush, text, area, { face, colour: palette.ink, align: 'left' });
  writeSubtitle(brush, text, { ...area, y: end + height * 0.01 }, palette.ink, 'left', width);
  writeFoot(brush, text, { width, height }, palette.ink, 'left');
};

const label: Layout = (brush, { width, height }, text, { palette, face }, seed) => {
  paintCloth(brush, { x: 0, y: 0, width, height }, palette, seed);
  const area = { x: width * 0.13, y: height * 0.3, width: width * 0.74, height: height * 0.4 };
  fillArea(brush, palette.paper, area);
  brush.strokeStyle = palette.dark;
  brush.lineWidth = width * 0.006;
  brush.strokeRect(area.x + width * 0.02, area.y + width * 0.02, area.width - width * 0.04, area.height - width * 0.04);
  const inner = { x: area.x + width * 0.06, y: area.y + height * 0.045, width: area.width - width * 0.12, height: area.height * 0.48 };
  const y = writeTitle(brush, text, inner, { face, colour: palette.dark, align: 'center' });
  writeSubtitle(brush, text, { ...inner, y: y + height * 0.008 }, palette.dark, 'center', width);
  brush.textAlign = 'center';
  brush.fillStyle = palette.dark;
  writeFitting(brush, text.author, 'Jakarta bold', width * 0.034, width / 2, area.y + area.height - height * 0.04, area.width * 0.86);
};

const scene: Layout = (brush, { width, height }, text, { palette, face, scene: name = 'sungai' }, seed) => {
  paintScene(name, brush, width, height, seed);
  const shade = brush.createLinearGradient(0, 0, 0, height * 0.5);
  shade.addColorStop(0, `${palette.ground}f2`);
  shade.addColorStop(0.55, `${palette.ground}b0`);
  shade.addColorStop(1, `${palette.ground}00`);
  brush.fillStyle = shade;
  brush.fillRect(0, 0, width, height * 0.5);
  paintCloth(brush, { x: 0, y: height * 0.93, width, height: height * 0.07 }, palette, seed);
  const area = { x: width * 0.09, y: height * 0.07, width: width * 0.82, height: height * 0.22 };
  const y = writeTitle(brush, text, area, { face, colour: palette.ink, align: 'left' });
  writeSubtitle(brush, text, { ...area, y: y + height * 0.01 }, palette.ink, 'left', width);
  const unit = Math.min(width, height * 0.7);
  brush.textAlign = 'left';
  brush.font = `${unit * 0.04}px "Jakarta bold"`;
  const band = { x: 0, y: height * 0.93 - unit * 0.115, width: brush.measureText(text.author).width + width * 0.16, height: unit * 0.085 };
  fillArea(brush, palette.paper, band);
  brush.fillStyle = palette.dark;
  brush.fillText(text.author, width * 0.09, band.y + band.height * 0.64);
};

const layouts: Record<CoverDesign['layout'], Layout> = { field, frame, emblem, label, scene };

function fill(brush: Brush, colour: string, width: number, height: number): void {
  fillArea(brush, colour, { x: 0, y: 0, width, height });
}

function fillArea(brush: Brush, colour: string, { x, y, width, height }: Area): void {
  brush.fillStyle = colour;
  brush.fillRect(x, y, width, height);
}

type TitleStyle = { face: CoverDesign['face']; colour: string; align: 'left' | 'center' };

/** Sets the title as large as its area allows, and answers where it ended. */
function writeTitle(brush: Brush, { title }: CoverText, area: Area, { face, colour, align }: TitleStyle): number {
  let size = area.width * 0.19;
  let lines = [title];
  for (; size > 10; size *= 0.95) {
    brush.font = `${size}px "${face} bold"`;
    lines = wrap(brush, title, area.width);
    if (lines.length * size * 1.12 <= area.height && lines.every((line) => brush.measureText(line).width <= area.width)) break;
  }
  brush.fillStyle = colour;
  brush.textAlign = align;
  lines.forEach((line, index) => brush.fillText(line, align === 'left' ? area.x : area.x + area.width / 2, area.y + size * (0.86 + index * 1.12)));
  return area.y + size * lines.length * 1.12;
}

function writeSubtitle(brush: Brush, { subtitle }: CoverText, area: Area, colour: string, align: 'left' | 'center', width: number): void {
  if (subtitle === undefined) return;
  const size = Math.min(width * 0.04, area.height * 0.2);
  brush.font = `${size}px "Literata italic"`;
  brush.fillStyle = colour;
  brush.textAlign = align;
  wrap(brush, subtitle, area.width).forEach((line, index) => brush.fillText(line, align === 'left' ? area.x : area.x + area.width / 2, area.y + size * (1.1 + index * 1.3)));
}

function writeFoot(brush: Brush, text: CoverText, { width, height }: { width: number; height: number }, colour: string, align: 'left' | 'center'): void {
  brush.fillStyle = colour;
  brush.textAlign = align;
  writeFitting(brush, text.author, 'Jakarta bold', width * 0.042, width * 0.09, height * 0.925, width * 0.82);
  writeFitting(brush, text.publisher, 'Jakarta regular', width * 0.028, width * 0.09, height * 0.957, width * 0.82);
}

function writeCentredFoot(brush: Brush, text: CoverText, { width, height }: { width: number; height: number }, colour: string): void {
  brush.fillStyle = colour;
  brush.textAlign = 'center';
  writeFitting(brush, text.author, 'Jakarta bold', width * 0.038, width / 2, height - width * 0.12, width * 0.68);
  writeFitting(brush, text.publisher, 'Jakarta regular', width * 0.027, width / 2, height - width * 0.07, width * 0.68);
}

function writeFitting(brush: Brush, text: string, font: string, size: number, x: number, y: number, room: number): void {
  brush.font = `${size}px "${font}"`;
  const width = brush.measureText(text).width;
  if (width > room) brush.font = `${(size * room) / width}px "${font}"`;
  brush.fillText(text, x, y);
}

function wrap(brush: Brush, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && brush.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    if (lines.length === 0 || brush.measureText(longer).width > width) lines.push(word);
  }
  return lines;
}
