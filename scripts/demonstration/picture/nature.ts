import type { Seed } from '../seed';
import type { Brush } from './canvas';
import { diamond, disc, fillPath, rosette } from './sasirangan';

/** Under water: reeds, bubbles and a shoal, one fish large. */
export function fish(brush: Brush, width: number, height: number, seed: Seed): void {
  const hue = seed.between(165, 215);
  const gradient = brush.createLinearGradient(0, 0, 0, height);
  gradient.addColorStop(0, `hsl(${hue} 45% 72%)`);
  gradient.addColorStop(1, `hsl(${hue + 12} 52% 26%)`);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, width, height);
  for (let reed = 0; reed < 24; reed += 1) {
    brush.strokeStyle = `hsl(${seed.between(90, 150)} 34% ${seed.between(20, 38)}%)`;
    brush.lineWidth = width * seed.between(0.004, 0.014);
    const x = seed.between(0, width);
    brush.beginPath();
    brush.moveTo(x, height);
    brush.quadraticCurveTo(x + seed.between(-40, 40), height * 0.7, x + seed.between(-60, 60), height * seed.between(0.3, 0.75));
    brush.stroke();
  }
  for (let count = 9; count > 0; count -= 1) oneFish(brush, seed.between(0, width), seed.between(0.1, 0.8) * height, height * seed.between(0.05, 0.12), seed);
  oneFish(brush, width * 0.5, height * 0.5, height * 0.34, seed);
  brush.strokeStyle = 'rgba(255,255,255,0.5)';
  for (let bubble = 0; bubble < 26; bubble += 1) {
    brush.lineWidth = 1.5;
    brush.beginPath();
    brush.arc(seed.between(0, width), seed.between(0, height), height * seed.between(0.005, 0.02), 0, 7);
    brush.stroke();
  }
}

function oneFish(brush: Brush, x: number, y: number, size: number, seed: Seed): void {
  const hue = seed.pick([14, 32, 48, 190, 220, 345]);
  const [body, fin] = [`hsl(${hue} 48% 58%)`, `hsl(${hue} 52% 40%)`];
  brush.save();
  brush.translate(x, y);
  if (seed.chance(0.5)) brush.scale(-1, 1);
  fillPath(brush, fin, [[size * 0.8, 0], [size * 1.35, -size * 0.42], [size * 1.2, 0], [size * 1.35, size * 0.42]]);
  fillPath(brush, fin, [[-size * 0.2, -size * 0.3], [size * 0.25, -size * 0.68], [size * 0.5, -size * 0.2]]);
  brush.beginPath();
  brush.moveTo(-size, 0);
  brush.quadraticCurveTo(0, -size * 0.85, size, 0);
  brush.quadraticCurveTo(0, size * 0.85, -size, 0);
  brush.fillStyle = body;
  brush.fill();
  for (let row = -2; row <= 2; row += 1) for (let scale = 0; scale < 5; scale += 1) {
    const [sx, sy] = [-size * 0.32 + scale * size * 0.22 + (row % 2) * size * 0.1, row * size * 0.13];
    if (Math.abs(sy) < size * 0.36) diamond(brush, sx, sy, size * 0.06, fin);
  }
  disc(brush, -size * 0.66, -size * 0.08, size * 0.085, '#fdf6e3');
  disc(brush, -size * 0.67, -size * 0.08, size * 0.045, '#1c1a17');
  brush.restore();
}

export function flower(brush: Brush, width: number, height: number, seed: Seed): void {
  const hue = seed.between(0, 360);
  brush.fillStyle = seed.pick(['#f4ecd9', '#e8efe2', '#f6e6dc', '#e6eef2']);
  brush.fillRect(0, 0, width, height);
  for (let stalk = 0; stalk < seed.whole(3, 6); stalk += 1) {
    const [x, top] = [width * seed.between(0.12, 0.88), height * seed.between(0.2, 0.55)];
    const foot = width / 2 + (x - width / 2) * 0.25;
    brush.strokeStyle = '#3f6b45';
    brush.lineWidth = height * 0.012;
    brush.beginPath();
    brush.moveTo(foot, height);
    brush.quadraticCurveTo(foot, height * 0.7, x, top);
    brush.stroke();
    for (const side of [-1, 1]) leaf(brush, (foot + x) / 2, (height + top) / 2 + side * 20, height * 0.2, side * seed.between(0.6, 1.2), `hsl(${seed.between(100, 145)} 32% ${seed.between(32, 44)}%)`);
    const tone = hue + seed.between(-25, 25);
    rosette(brush, x, top, height * seed.between(0.1, 0.19), seed.whole(5, 11), [`hsl(${tone} 58% 56%)`, `hsl(${tone + 14} 66% 74%)`, '#f2c14e']);
  }
}

/** A leaf from its stalk upwards, turned by an angle. */
export function leaf(brush: Brush, x: number, y: number, length: number, angle: number, colour: string): void {
  brush.save();
  brush.translate(x, y);
  brush.rotate(angle);
  brush.beginPath();
  brush.moveTo(0, 0);
  brush.bezierCurveTo(length * 0.34, -length * 0.25, length * 0.26, -length * 0.75, 0, -length);
  brush.bezierCurveTo(-length * 0.26, -length * 0.75, -length * 0.34, -length * 0.25, 0, 0);
  brush.fillStyle = colour;
  brush.fill();
  brush.strokeStyle = 'rgba(255,255,255,0.35)';
  brush.lineWidth = Math.max(1, length * 0.012);
  brush.beginPath();
  brush.moveTo(0, 0);
  brush.lineTo(0, -length * 0.92);
  for (let vein = 1; vein < 6; vein += 1) for (const side of [-1, 1]) {
    brush.moveTo(0, (-length * vein) / 7);
    brush.lineTo(side * length * 0.17, (-length * vein) / 7 - length * 0.13);
  }
  brush.stroke();
  brush.restore();
}

export function nightSky(brush: Brush, width: number, height: number, seed: Seed): void {
  const gradient = brush.createLinearGradient(0, 0, 0, height);
  gradient.addColorStop(0, '#0d1632');
  gradient.addColorStop(1, `hsl(${seed.between(210, 265)} 36% 40%)`);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, width, height);
  for (let star = 0; star < 260; star += 1) disc(brush, seed.between(0, width), seed.between(0, height * 0.75), height * seed.next() ** 5 * 0.006 + 0.5, `rgba(255,${seed.whole(235, 255)},${seed.whole(200, 255)},${seed.between(0.35, 1)})`);
  const [x, y, radius] = [width * seed.between(0.15, 0.85), height * seed.between(0.14, 0.32), height * 0.075];
  for (const [scale, colour] of [[1.8, 'rgba(255,246,214,0.12)'], [1, '#fdf3d2']] as const) disc(brush, x, y, radius * scale, colour);
  if (seed.chance(0.5)) disc(brush, x + radius * 0.45, y - radius * 0.15, radius * 0.85, '#17213f');
}

export function rain(brush: Brush, width: number, height: number, seed: Seed): void {
  brush.fillStyle = 'rgba(60,80,95,0.34)';
  brush.fillRect(0, 0, width, height);
  brush.strokeStyle = 'rgba(230,240,245,0.4)';
  brush.lineWidth = 1.4;
  brush.beginPath();
  for (let drop = 0; drop < 260; drop += 1) {
    const [x, y, length] = [seed.between(0, width), seed.between(-30, height), seed.between(14, 46)];
    brush.moveTo(x, y);
    brush.lineTo(x - length * 0.22, y + length);
  }
  brush.stroke();
}

/** An invented map: one river with its arms, settlements along it, hills to the east. */
export function map(brush: Brush, width: number, height: number, seed: Seed): void {
  brush.fillStyle = '#efe5c8';
  brush.fillRect(0, 0, width, height);
  for (let patch = 0; patch < 14; patch += 1) disc(brush, seed.between(0, width), seed.between(0, height), height * seed.between(0.06, 0.2), `hsl(${seed.between(70, 110)} 30% 66% / 0.28)`);
  brush.strokeStyle = '#4b8595';
  brush.lineCap = 'round';
  let [x, y] = [width * 0.1, height * seed.between(0.75, 0.95)];
  for (let bend = 0; bend < 9; bend += 1) {
    const [nx, ny] = [x + width * seed.between(0.07, 0.13), y - height * seed.between(0.02, 0.13)];
    brush.lineWidth = height * (0.03 - bend * 0.0024);
    brush.beginPath();
    brush.moveTo(x, y);
    brush.quadraticCurveTo(x + seed.between(-10, 40), y + seed.between(-40, 30), nx, ny);
    if (bend % 2 === 1) {
      brush.moveTo(nx, ny);
      brush.quadraticCurveTo(nx + width * 0.06, ny + height * 0.05, nx + width * seed.between(0.08, 0.16), ny + height * seed.between(0.1, 0.2));
    }
    brush.stroke();
    if (seed.chance(0.75)) disc(brush, nx + 14, ny + 12, height * 0.012, '#8e3b26');
    [x, y] = [nx, ny];
  }
  for (let hill = 0; hill < 22; hill += 1) {
    const [hx, hy, size] = [width * seed.between(0.68, 0.97), height * seed.between(0.3, 0.95), height * seed.between(0.02, 0.045)];
    fillPath(brush, '#9a8356', [[hx - size, hy], [hx, hy - size * 1.4], [hx + size, hy]]);
    fillPath(brush, '#c4ab78', [[hx - size, hy], [hx, hy - size * 1.4], [hx - size * 0.1, hy]]);
  }
  brush.strokeStyle = '#6d5c3a';
  brush.lineWidth = 3;
  brush.strokeRect(12, 12, width - 24, height - 24);
}
