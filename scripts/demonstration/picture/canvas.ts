import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Jpeg } from '../print/ink';
import { fontFile } from '../print/typeface';
import type { Seed } from '../seed';

export type Brush = SKRSContext2D;
export type { Canvas };

let registered = false;

/** A canvas with the book faces at hand: "Literata", "Lora" and "Jakarta", each in 400, italic and 700. */
export function sheet(width: number, height: number): { canvas: Canvas; brush: Brush } {
  if (!registered) {
    registered = true;
    for (const [family, name] of [['literata', 'Literata'], ['lora', 'Lora'], ['plus-jakarta-sans', 'Jakarta']] as const) {
      for (const style of ['regular', 'italic', 'bold'] as const) GlobalFonts.registerFromPath(fontFile(family, style), `${name} ${style}`);
    }
  }
  const canvas = createCanvas(Math.round(width), Math.round(height));
  return { canvas, brush: canvas.getContext('2d') };
}

export function jpegOf(canvas: Canvas, quality: number): Jpeg {
  return { bytes: canvas.toBuffer('image/jpeg', quality), width: canvas.width, height: canvas.height, grey: false };
}

let grain: Canvas | undefined;

/** The tooth of paper, made once and laid over many pictures: without it flat colours look like a screen. */
export function layGrain(brush: Brush, width: number, height: number, strength: number, seed: Seed): void {
  grain ??= grainTile(seed);
  const pattern = brush.createPattern(grain, 'repeat');
  brush.save();
  brush.globalAlpha = strength;
  brush.translate(-seed.whole(0, 250), -seed.whole(0, 250));
  brush.fillStyle = pattern;
  brush.fillRect(0, 0, width + 256, height + 256);
  brush.restore();
}

function grainTile(seed: Seed): Canvas {
  const { canvas, brush } = sheet(256, 256);
  const image = brush.createImageData(256, 256);
  for (let at = 0; at < image.data.length; at += 4) {
    const tone = seed.chance(0.5) ? 255 : 0;
    image.data.set([tone, tone, tone, Math.floor(seed.between(0, 90))], at);
  }
  brush.putImageData(image, 0, 0);
  return canvas;
}
