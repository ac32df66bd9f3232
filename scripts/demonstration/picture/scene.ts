import type { Seed } from '../seed';
import { type Brush, type Canvas, layGrain, sheet } from './canvas';
import { bird, boat, cloud, house, palm, ridge, sky, sun, tree, water } from './landscape';
import { fish, flower, leaf, map, nightSky, rain } from './nature';

type Painter = (brush: Brush, width: number, height: number, seed: Seed) => void;

/** Draws one of the named scenes over a whole area; the same name and seed give the same picture. */
export function paintScene(name: string, brush: Brush, width: number, height: number, seed: Seed): void {
  const painter = scenes[name];
  if (painter === undefined) throw new RangeError(`no scene is called ${name}`);
  painter(brush, width, height, seed);
}

export function sceneSheet(name: string, width: number, height: number, seed: Seed): Canvas {
  const { canvas, brush } = sheet(width, height);
  paintScene(name, brush, width, height, seed);
  layGrain(brush, width, height, 0.16, seed);
  return canvas;
}

const sungai: Painter = (brush, width, height, seed) => {
  const light = sky(brush, width, height, seed);
  sun(brush, width * seed.between(0.15, 0.85), height * seed.between(0.16, 0.34), height * 0.07, light);
  for (let layer = 0; layer < 3; layer += 1) ridge(brush, width, height, height * (0.4 + layer * 0.07), height * (0.1 - layer * 0.02), light.hills(layer / 3), seed);
  const shore = height * 0.6;
  for (let count = seed.whole(2, 4); count > 0; count -= 1) palm(brush, seed.between(0, width), shore, height * seed.between(0.16, 0.27), light.near, seed);
  water(brush, width, height, shore, light, seed);
  for (let count = seed.whole(1, 3); count > 0; count -= 1) house(brush, width * seed.between(0.05, 0.8), shore + height * 0.03, height * seed.between(0.12, 0.2), light, seed);
  for (let count = seed.whole(1, 3); count > 0; count -= 1) boat(brush, width * seed.between(0.1, 0.8), height * seed.between(0.72, 0.9), height * seed.between(0.14, 0.24), light, seed);
  flock(brush, width, height, light.near, seed);
};

const pegunungan: Painter = (brush, width, height, seed) => {
  const light = sky(brush, width, height, seed);
  sun(brush, width * seed.between(0.2, 0.8), height * seed.between(0.15, 0.35), height * 0.06, light);
  for (let count = 3; count > 0; count -= 1) cloud(brush, seed.between(0, width), height * seed.between(0.1, 0.3), height * 0.06, light.cloud, seed);
  for (let layer = 0; layer < 6; layer += 1) ridge(brush, width, height, height * (0.36 + layer * 0.1), height * (0.16 - layer * 0.015), light.hills(layer / 6), seed);
  for (let count = 16; count > 0; count -= 1) tree(brush, seed.between(0, width), height * seed.between(0.93, 1.02), height * seed.between(0.08, 0.17), light.near, seed);
  flock(brush, width, height, light.near, seed);
};

const sawah: Painter = (brush, width, height, seed) => {
  const light = sky(brush, width, height, seed);
  sun(brush, width * seed.between(0.2, 0.8), height * 0.22, height * 0.06, light);
  for (let layer = 0; layer < 2; layer += 1) ridge(brush, width, height, height * (0.4 + layer * 0.06), height * 0.08, light.hills(layer / 3), seed);
  const hue = seed.between(62, 120);
  for (let row = 0; row < 9; row += 1) {
    const y = height * (0.5 + (row / 9) ** 1.35 * 0.5);
    ridge(brush, width, height, y, height * 0.012 * (row + 1) * 0.6, `hsl(${hue - row * 3} ${38 + row * 2}% ${62 - row * 4}%)`, seed);
    brush.strokeStyle = `hsl(${hue} 35% 28% / 0.35)`;
    brush.lineWidth = 1 + row * 0.25;
    for (let x = -20; x < width; x += 5 + row * 2.2) strokeBlade(brush, x + seed.between(-3, 3), y + height * 0.02 + row * 3, (row + 1) * height * 0.006, seed);
  }
  house(brush, width * seed.between(0.1, 0.7), height * 0.53, height * 0.13, light, seed);
  palm(brush, width * seed.between(0.1, 0.9), height * 0.56, height * 0.26, light.near, seed);
};

const hutan: Painter = (brush, width, height, seed) => {
  const hue = seed.between(95, 165);
  const mist = brush.createLinearGradient(0, 0, 0, height);
  mist.addColorStop(0, `hsl(${hue} 30% 86%)`);
  mist.addColorStop(1, `hsl(${hue} 30% 60%)`);
  brush.fillStyle = mist;
  brush.fillRect(0, 0, width, height);
  for (let layer = 0; layer < 4; layer += 1) {
    const colour = `hsl(${hue} ${24 + layer * 8}% ${62 - layer * 14}%)`;
    for (let count = 11 - layer; count > 0; count -= 1) {
      const x = seed.between(-20, width + 20);
      brush.fillStyle = colour;
      brush.fillRect(x, 0, width * (0.008 + layer * 0.007), height);
      tree(brush, x + seed.between(-40, 40), height * (0.7 + layer * 0.1), height * seed.between(0.2, 0.42), colour, seed);
    }
  }
  for (let count = 14; count > 0; count -= 1) leaf(brush, seed.between(0, width), height * seed.between(0.86, 1.02), height * seed.between(0.1, 0.2), seed.between(-0.9, 0.9), `hsl(${hue} 42% ${seed.between(14, 26)}%)`);
};

const pasar: Painter = (brush, width, height, seed) => {
  const light = sky(brush, width, height, seed);
  ridge(brush, width, height, height * 0.3, height * 0.06, light.hills(0.4), seed);
  water(brush, width, height, height * 0.36, light, seed);
  for (let row = 0; row < 5; row += 1) {
    const y = height * (0.45 + row * 0.115);
    for (let count = 3; count > 0; count -= 1) boat(brush, seed.between(-0.05, 0.92) * width, y + seed.between(-8, 8), height * (0.11 + row * 0.035), light, seed, true);
  }
};

const malam: Painter = (brush, width, height, seed) => {
  nightSky(brush, width, height, seed);
  const light = { near: '#0b1320', hills: (depth: number) => `hsl(222 38% ${17 - depth * 9}%)` };
  for (let layer = 0; layer < 3; layer += 1) ridge(brush, width, height, height * (0.62 + layer * 0.1), height * 0.1, light.hills(layer / 3), seed);
  for (let count = 5; count > 0; count -= 1) palm(brush, seed.between(0, width), height * seed.between(0.94, 1), height * seed.between(0.2, 0.34), light.near, seed);
};

const hujan: Painter = (brush, width, height, seed) => {
  sungai(brush, width, height, seed);
  rain(brush, width, height, seed);
};

function flock(brush: Brush, width: number, height: number, colour: string, seed: Seed): void {
  const [x, y] = [width * seed.between(0.2, 0.7), height * seed.between(0.12, 0.28)];
  for (let count = seed.whole(3, 8); count > 0; count -= 1) bird(brush, x + seed.between(-0.12, 0.12) * width, y + seed.between(-0.06, 0.06) * height, height * seed.between(0.012, 0.024), colour);
}

function strokeBlade(brush: Brush, x: number, y: number, length: number, seed: Seed): void {
  brush.beginPath();
  brush.moveTo(x, y);
  brush.lineTo(x + seed.between(-0.4, 0.4) * length, y - length * 2);
  brush.stroke();
}

const scenes: Readonly<Record<string, Painter>> = { sungai, pegunungan, sawah, hutan, pasar, malam, hujan, ikan: fish, daun: plate, bunga: flower, peta: map };

function plate(brush: Brush, width: number, height: number, seed: Seed): void {
  brush.fillStyle = '#f4ecd9';
  brush.fillRect(0, 0, width, height);
  const hue = seed.between(70, 150);
  const [x, y] = [width * 0.5, height * 0.94];
  brush.strokeStyle = `hsl(${hue - 30} 30% 28%)`;
  brush.lineWidth = height * 0.012;
  brush.beginPath();
  brush.moveTo(x, y);
  brush.quadraticCurveTo(x + seed.between(-0.1, 0.1) * width, height * 0.5, x, height * 0.1);
  brush.stroke();
  for (let pair = 0; pair < seed.whole(4, 7); pair += 1) {
    const at = height * (0.84 - pair * 0.115);
    for (const side of [-1, 1]) leaf(brush, x, at, height * seed.between(0.22, 0.34), side * seed.between(0.7, 1.25), `hsl(${hue + seed.between(-10, 10)} 38% ${seed.between(30, 46)}%)`);
  }
}
