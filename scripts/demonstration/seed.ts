/** A stream of numbers that is the same for the same name, on every machine: the demonstration never differs between two installations. */
export type Seed = {
  /** 0 ≤ x < 1 */
  next(): number;
  between(from: number, until: number): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** An independent stream; drawing from it leaves this one where it was. */
  branch(name: string): Seed;
};

export function seedOf(name: string): Seed {
  let state = hashOf(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    const drawn: T[] = [];
    while (rest.length > 0) drawn.push(...rest.splice(whole(0, rest.length - 1), 1));
    return drawn;
  };
  const pick = <T>(list: readonly T[]): T => {
    const [found] = list.slice(whole(0, list.length - 1));
    if (found === undefined) throw new RangeError(`nothing to pick from in ${name}`);
    return found;
  };
  return {
    next,
    between: (from, until) => from + next() * (until - from),
    whole,
    chance: (probability) => next() < probability,
    pick,
    shuffled,
    branch: (branchName) => seedOf(`${name}/${branchName}`),
  };
}

/** FNV-1a: short names must give states that are far apart. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash;
}
