import type { Colour, Ink } from './ink';

/** The book's small ornaments, in vectors: a row of diamonds, a diamond of diamonds. */
export function diamondRow(ink: Ink, centre: number, y: number, size: number, count: number, colour: Colour): void {
  for (let index = 0; index < count; index += 1) {
    const middle = index === (count - 1) / 2;
    diamond(ink, centre + (index - (count - 1) / 2) * size * 2.6, y, middle ? size * 1.35 : size, colour);
  }
}

export function diamond(ink: Ink, x: number, y: number, radius: number, colour: Colour): void {
  ink.shape([[x - radius, y], [x, y + radius], [x + radius, y], [x, y - radius]], colour);
}

/** A band of nested diamonds between two rules, as on the cloth. */
export function clothBand(ink: Ink, x: number, y: number, width: number, height: number, colour: Colour): void {
  const pale: Colour = [1 - (1 - colour[0]) * 0.35, 1 - (1 - colour[1]) * 0.35, 1 - (1 - colour[2]) * 0.35];
  const count = Math.round(width / height);
  const step = width / count;
  for (let index = 0; index < count; index += 1) {
    const centre = x + step * (index + 0.5);
    diamond(ink, centre, y + height / 2, step * 0.46, colour);
    diamond(ink, centre, y + height / 2, step * 0.32, [1, 1, 1]);
    diamond(ink, centre, y + height / 2, step * 0.2, pale);
  }
  for (const edge of [y - height * 0.08, y + height * 1.08]) ink.line([x, edge], [x + width, edge], 0.6, colour);
}
