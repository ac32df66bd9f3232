import type { Seed } from '../seed';
import type { Brush } from './canvas';
import { disc, fillPath } from './sasirangan';

/** The hour of a picture: what colours its sky, water and shadows. */
export type Light = {
  readonly high: string;
  readonly low: string;
  readonly sun: string;
  readonly cloud: string;
  readonly near: string;
  hills(depth: number): string;
};

const hours = [
  { high: [205, 52, 62], low: [38, 70, 84], sun: '#fff3c9', hill: [160, 24] },
  { high: [24, 62, 62], low: [44, 86, 78], sun: '#fff0b8', hill: [260, 18] },
  { high: [192, 42, 72], low: [60, 36, 90], sun: '#fffbe8', hill: [140, 30] },
  { high: [342, 44, 58], low: [28, 86, 76], sun: '#ffe2a6', hill: [285, 22] },
  { high: [218, 44, 46], low: [18, 62, 72], sun: '#ffd49a', hill: [228, 28] },
] as const;

export function sky(brush: Brush, width: number, height: number, seed: Seed): Light {
  const hour = seed.pick(hours);
  const turn = seed.between(-9, 9);
  const tone = ([hue, saturation, lightness]: readonly [number, number, number]): string => `hsl(${hue + turn} ${saturation}% ${lightness}%)`;
  const light: Light = {
    high: tone(hour.high),
    low: tone(hour.low),
    sun: hour.sun,
    cloud: 'rgba(255,255,255,0.55)',
    near: `hsl(${hour.hill[0]} ${hour.hill[1] + 6}% 15%)`,
    hills: (depth) => `hsl(${hour.hill[0] + turn - depth * 20} ${hour.hill[1] + depth * 14}% ${68 - depth * 48}%)`,
  };
  const gradient = brush.createLinearGradient(0, 0, 0, height * 0.65);
  gradient.addColorStop(0, light.high);
  gradient.addColorStop(1, light.low);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, width, height);
  return light;
}

export function sun(brush: Brush, x: number, y: number, radius: number, light: Light): void {
  brush.save();
  for (const [scale, opacity] of [[2.6, 0.12], [1.7, 0.2], [1, 0.95]] as const) {
    brush.globalAlpha = opacity;
    disc(brush, x, y, radius * scale, light.sun);
  }
  brush.restore();
}

/** A line of hills down to the lower edge: three waves of different length, added. */
export function ridge(brush: Brush, width: number, height: number, base: number, rise: number, colour: string, seed: Seed): void {
  const waves = [1, 2.3, 5.1].map((frequency, index) => ({ frequency: (frequency * seed.between(0.8, 1.3) * Math.PI * 2) / width, phase: seed.between(0, 7), rise: rise / (index * 1.6 + 1) }));
  brush.beginPath();
  brush.moveTo(0, height);
  for (let x = 0; x <= width + 6; x += 6) brush.lineTo(x, base - waves.reduce((sum, wave) => sum + Math.sin(x * wave.frequency + wave.phase) * wave.rise, 0));
  brush.lineTo(width, height);
  brush.closePath();
  brush.fillStyle = colour;
  brush.fill();
}

export function water(brush: Brush, width: number, height: number, top: number, light: Light, seed: Seed): void {
  const gradient = brush.createLinearGradient(0, top, 0, height);
  gradient.addColorStop(0, light.low);
  gradient.addColorStop(1, light.high);
  brush.fillStyle = gradient;
  brush.fillRect(0, top, width, height - top);
  for (let count = 110; count > 0; count -= 1) {
    const y = top + (height - top) * seed.next() ** 1.4;
    brush.fillStyle = seed.chance(0.5) ? 'rgba(255,255,255,0.22)' : 'rgba(20,40,50,0.12)';
    brush.fillRect(seed.between(-0.1, 1) * width, y, width * seed.between(0.02, 0.16), 1 + ((y - top) / (height - top)) * 3);
  }
}

export function house(brush: Brush, x: number, base: number, size: number, light: Light, seed: Seed): void {
  const width = size * seed.between(1.1, 1.5);
  const wall = `hsl(${seed.between(20, 45)} ${seed.between(25, 45)}% ${seed.between(38, 60)}%)`;
  brush.fillStyle = light.near;
  for (let post = 0; post < 6; post += 1) brush.fillRect(x + (width * post) / 5 - size * 0.02, base - size * 0.2, size * 0.04, size * 0.42);
  brush.fillStyle = wall;
  brush.fillRect(x, base - size * 0.62, width, size * 0.45);
  fillPath(brush, `hsl(${seed.between(5, 25)} 35% ${seed.between(22, 34)}%)`, [[x - size * 0.16, base - size * 0.58], [x + width * 0.25, base - size * 1.08], [x + width * 0.75, base - size * 1.08], [x + width + size * 0.16, base - size * 0.58]]);
  for (const part of [0.14, 0.42, 0.7]) {
    brush.fillStyle = part === 0.42 ? light.near : '#f8d98a';
    brush.fillRect(x + width * part, base - size * 0.5, width * 0.16, size * (part === 0.42 ? 0.33 : 0.18));
  }
}

/** A jukung with its rower; on market mornings it carries heaps of fruit. */
export function boat(brush: Brush, x: number, y: number, size: number, light: Light, seed: Seed, laden = false): void {
  const length = size * 1.9;
  brush.save();
  brush.translate(x, y);
  if (seed.chance(0.5)) {
    brush.translate(length, 0);
    brush.scale(-1, 1);
  }
  if (laden) for (let heap = 0; heap < 14; heap += 1) disc(brush, length * seed.between(0.2, 0.6), seed.between(-0.09, 0.02) * size, size * 0.06, seed.pick(['#d8392b', '#e9a02c', '#7fae3a', '#f0d04c', '#8c4a9a']));
  const shirt = seed.pick(['#b83d2e', '#2c6e7f', '#d9a02f', '#7a3b69', '#efe6d2']);
  fillPath(brush, shirt, [[length * 0.7, 0], [length * 0.74, -size * 0.34], [length * 0.84, -size * 0.34], [length * 0.88, 0]]);
  disc(brush, length * 0.79, -size * 0.42, size * 0.075, '#8a5a3c');
  fillPath(brush, '#d9b36a', [[length * 0.69, -size * 0.43], [length * 0.79, -size * 0.6], [length * 0.89, -size * 0.43]]);
  brush.beginPath();
  brush.moveTo(0, -size * 0.08);
  brush.quadraticCurveTo(length * 0.5, size * 0.34, length, -size * 0.12);
  brush.quadraticCurveTo(length * 0.5, size * 0.08, 0, -size * 0.08);
  brush.fillStyle = light.near;
  brush.fill();
  brush.strokeStyle = light.near;
  brush.lineWidth = size * 0.03;
  brush.beginPath();
  brush.moveTo(length * 0.74, -size * 0.25);
  brush.lineTo(length * 0.98, size * 0.22);
  brush.stroke();
  brush.restore();
}

export function palm(brush: Brush, x: number, base: number, size: number, colour: string, seed: Seed): void {
  const lean = seed.between(-0.25, 0.25) * size;
  brush.strokeStyle = colour;
  brush.lineWidth = size * 0.045;
  brush.beginPath();
  brush.moveTo(x, base);
  brush.quadraticCurveTo(x + lean * 0.2, base - size * 0.5, x + lean, base - size * 0.8);
  brush.stroke();
  brush.lineWidth = size * 0.035;
  for (let frond = 0; frond < 9; frond += 1) {
    const angle = Math.PI * (1.02 + (frond / 8) * 0.96);
    const [dx, dy] = [Math.cos(angle) * size * 0.4, Math.sin(angle) * size * 0.26];
    brush.beginPath();
    brush.moveTo(x + lean, base - size * 0.8);
    brush.quadraticCurveTo(x + lean + dx * 0.6, base - size * 0.8 + dy * 1.3, x + lean + dx, base - size * 0.8 + dy * 0.5 + size * 0.08);
    brush.stroke();
  }
}

export function tree(brush: Brush, x: number, base: number, size: number, colour: string, seed: Seed): void {
  brush.fillStyle = colour;
  brush.fillRect(x - size * 0.03, base - size * 0.5, size * 0.06, size * 0.5);
  for (let blob = 0; blob < 6; blob += 1) disc(brush, x + seed.between(-0.26, 0.26) * size, base - size * seed.between(0.45, 0.9), size * seed.between(0.14, 0.24), colour);
}

export function cloud(brush: Brush, x: number, y: number, size: number, colour: string, seed: Seed): void {
  for (let puff = 0; puff < 6; puff += 1) disc(brush, x + puff * size * 0.6, y + seed.between(-0.2, 0.2) * size, size * seed.between(0.4, 0.8), colour);
}

export function bird(brush: Brush, x: number, y: number, size: number, colour: string): void {
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1, size * 0.22);
  brush.beginPath();
  brush.moveTo(x - size, y - size * 0.4);
  brush.quadraticCurveTo(x - size * 0.4, y - size * 0.6, x, y);
  brush.quadraticCurveTo(x + size * 0.4, y - size * 0.6, x + size, y - size * 0.4);
  brush.stroke();
}
