/** One figure of a pattern, in units of a 100-wide field. */
export type Figure =
  | { readonly kind: 'line'; readonly points: readonly (readonly [number, number])[] }
  | { readonly kind: 'area'; readonly points: readonly (readonly [number, number])[] }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number };

export type Pattern = { readonly tone: number; readonly figures: readonly Figure[] };

export const toneCount = 6;

/**
 * A pattern after sasirangan, the cloth of South Kalimantan: bands of waves, diamonds, saw-teeth and small rosettes,
 * stacked down the field. The same seed (a title's id) always gives the same cloth.
 */
export function sasirangan(seed: string, height: number): Pattern {
  const draw = drawsFrom(seed);
  const tone = draw(toneCount);
  const figures: Figure[] = [];
  for (let top = 0, last = -1; top < height; ) {
    const kind = (last + 1 + draw(bands.length - 1)) % bands.length;
    const depth = 10 + draw(3) * 4;
    figures.push(...(bands[kind]?.(top, Math.min(depth, height - top), 6 + draw(5)) ?? []));
    last = kind;
    top += depth + 3;
  }
  return { tone, figures };
}

type Band = (top: number, depth: number, count: number) => Figure[];

const bands: readonly Band[] = [waves, diamonds, sawTeeth, rosettes];

/** iris pudak and ombak: two waves that run side by side */
function waves(top: number, depth: number, count: number): Figure[] {
  return [0.3, 0.7].map((share) => ({
    kind: 'line',
    points: steps(count * 8).map((at) => [at, round(top + depth * share + Math.sin((at / 100) * count * Math.PI) * depth * 0.25)] as const),
  }));
}

/** intan: diamonds, each with a smaller one in it */
function diamonds(top: number, depth: number, count: number): Figure[] {
  const middle = top + depth / 2;
  return columns(count).flatMap(({ centre, half }) => [
    { kind: 'line' as const, points: diamond(centre, middle, half * 0.9, depth / 2) },
    { kind: 'area' as const, points: diamond(centre, middle, half * 0.4, depth / 4.5) },
  ]);
}

/** gigi haruan: the teeth of the snakehead fish */
function sawTeeth(top: number, depth: number, count: number): Figure[] {
  return columns(count + 2).map(({ centre, half }) => ({
    kind: 'area',
    points: [[round(centre - half), top + depth], [round(centre), top + 1], [round(centre + half), top + depth]],
  }));
}

/** kembang kacang: a dot with a ring of petals */
function rosettes(top: number, depth: number, count: number): Figure[] {
  const y = top + depth / 2;
  const reach = depth * 0.32;
  return columns(count).flatMap(({ centre }) => [
    { kind: 'dot' as const, x: round(centre), y: round(y), r: round(depth * 0.13) },
    ...[0, 1, 2, 3, 4, 5].map((petal) => ({
      kind: 'dot' as const,
      x: round(centre + Math.cos((petal * Math.PI) / 3) * reach),
      y: round(y + Math.sin((petal * Math.PI) / 3) * reach),
      r: round(depth * 0.08),
    })),
  ]);
}

function diamond(x: number, y: number, rx: number, ry: number): readonly (readonly [number, number])[] {
  return [[round(x - rx), round(y)], [round(x), round(y - ry)], [round(x + rx), round(y)], [round(x), round(y + ry)], [round(x - rx), round(y)]];
}

function columns(count: number): { centre: number; half: number }[] {
  const width = 100 / count;
  return Array.from({ length: count }, (_, column) => ({ centre: (column + 0.5) * width, half: width / 2 }));
}

function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, step) => round((step * 100) / count));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** FNV-1a seeds mulberry32: no package, and the same numbers on the server and in the browser. */
function drawsFrom(seed: string): (below: number) => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
