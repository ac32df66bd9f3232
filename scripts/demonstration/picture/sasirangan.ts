import type { Seed } from '../seed';
import type { Brush } from './canvas';
import type { Palette } from './palette';

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Band = (brush: Brush, area: Area, colours: readonly [string, string, string], seed: Seed) => void;

/** Our own geometry after the cloth of South Kalimantan: bands of waves, diamonds, saw-teeth and rosettes between thin rules. */
export function paintCloth(brush: Brush, area: Area, palette: Palette, seed: Seed): void {
  brush.save();
  brush.beginPath();
  brush.rect(area.x, area.y, area.width, area.height);
  brush.clip();
  brush.fillStyle = palette.ground;
  brush.fillRect(area.x, area.y, area.width, area.height);
  const unit = area.width / seed.pick([5, 6, 7]);
  const order = seed.shuffled(bands);
  let y = area.y;
  for (let row = 0; y < area.y + area.height; row += 1) {
    const band = order[row % order.length] ?? diamonds;
    const height = unit * (band === waves ? 1.15 : band === sawTeeth ? 0.62 : 1.1);
    band(brush, { x: area.x, y, width: area.width, height }, coloursOf(palette, row), seed);
    rule(brush, area, y + height, palette, unit);
    y += height + unit * 0.16;
  }
  brush.restore();
}

const sawTeeth: Band = (brush, area, [front, back], seed) => {
  const count = Math.round(area.width / (area.height * seed.pick([0.8, 1])));
  const step = area.width / count;
  for (let index = -1; index <= count; index += 1) {
    const x = area.x + index * step;
    fillPath(brush, front, [[x, area.y + area.height], [x + step / 2, area.y + area.height * 0.1], [x + step, area.y + area.height]]);
    fillPath(brush, back, [[x + step * 0.28, area.y + area.height], [x + step / 2, area.y + area.height * 0.52], [x + step * 0.72, area.y + area.height]]);
  }
};

const diamonds: Band = (brush, area, [front, back, ground]) => {
  const step = area.width / Math.round(area.width / area.height);
  const middle = area.y + area.height / 2;
  for (let x = area.x; x < area.x + area.width - 1; x += step) {
    for (const [scale, colour] of [[0.96, front], [0.66, ground], [0.44, back], [0.16, ground]] as const) diamond(brush, x + step / 2, middle, (step / 2) * scale, colour);
    diamond(brush, x, middle, step * 0.09, back);
  }
};

const waves: Band = (brush, area, [front, back, ground]) => {
  const period = area.width / 4;
  const colours = [front, ground, back, ground, front];
  colours.forEach((colour, index) => {
    const base = area.y + (area.height * (index + 0.6)) / colours.length;
    brush.beginPath();
    for (let x = -4; x <= area.width + 4; x += 4) brush.lineTo(area.x + x, base + Math.sin((x / period) * Math.PI * 2 + index * 0.35) * area.height * 0.14);
    brush.lineWidth = area.height * (index % 2 === 0 ? 0.12 : 0.04);
    brush.strokeStyle = colour;
    brush.stroke();
  });
};

const rosettes: Band = (brush, area, [front, back, ground], seed) => {
  const step = area.width / Math.round(area.width / area.height);
  const petals = seed.pick([6, 8]);
  for (let x = area.x; x < area.x + area.width - 1; x += step) rosette(brush, x + step / 2, area.y + area.height / 2, area.height * 0.46, petals, [front, back, ground]);
};

const bands = [sawTeeth, diamonds, waves, rosettes];

export function rosette(brush: Brush, x: number, y: number, radius: number, petals: number, [front, back, ground]: readonly [string, string, string]): void {
  for (let petal = 0; petal < petals; petal += 1) {
    brush.save();
    brush.translate(x, y);
    brush.rotate((petal * Math.PI * 2) / petals);
    for (const [scale, colour] of [[1, front], [0.62, back]] as const) {
      brush.beginPath();
      brush.moveTo(0, -radius * 0.18);
      brush.quadraticCurveTo(radius * 0.36 * scale, -radius * 0.6, 0, -radius * scale);
      brush.quadraticCurveTo(-radius * 0.36 * scale, -radius * 0.6, 0, -radius * 0.18);
      brush.fillStyle = colour;
      brush.fill();
    }
    brush.restore();
  }
  for (const [part, colour] of [[0.2, ground], [0.12, back]] as const) disc(brush, x, y, radius * part, colour);
}

export function diamond(brush: Brush, x: number, y: number, radius: number, colour: string): void {
  fillPath(brush, colour, [[x - radius, y], [x, y - radius], [x + radius, y], [x, y + radius]]);
}

export function disc(brush: Brush, x: number, y: number, radius: number, colour: string): void {
  brush.beginPath();
  brush.arc(x, y, radius, 0, Math.PI * 2);
  brush.fillStyle = colour;
  brush.fill();
}

export function fillPath(brush: Brush, colour: string, points: readonly (readonly [number, number])[]): void {
  brush.beginPath();
  for (const [x, y] of points) brush.lineTo(x, y);
  brush.closePath();
  brush.fillStyle = colour;
  brush.fill();
}

function coloursOf(palette: Palette, row: number): readonly [string, string, string] {
  return row % 2 === 0 ? [palette.accent, palette.partner, palette.ground] : [palette.partner, palette.paper, palette.ground];
}

function rule(brush: Brush, area: Area, y: number, palette: Palette, unit: number): void {
  brush.fillStyle = palette.paper;
  brush.fillRect(area.x, y + unit * 0.05, area.width, unit * 0.035);
}
