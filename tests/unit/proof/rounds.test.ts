import { describe, expect, test } from '@jest/globals';
import { Random } from '../../support/random';
import { inRounds, type Part } from '../../support/rounds';

const part: Part = { name: 'trial', of: 'rounds', inCi: { rounds: 5, withinMs: 60_000 }, inLong: { rounds: 5 } };
const said: string[] = [];
const say = (line: string) => void said.push(line);
const draws = (seed: number) => {
  const random = new Random(seed);
  return Array.from({ length: 20 }, () => random.between(1, 6));
};

describe('the same seed', () => {
  test('gives the same history, another seed another', () => {
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  test('draws whole numbers from the least to the most, both included', () => {
    expect(new Set(Array.from({ length: 40 }, (_, at) => draws(at)).flat())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});

describe('a part of the proof', () => {
  test('plays its rounds, each from a seed of its own', async () => {
    const firsts: number[] = [];
    expect(await inRounds(part, (random) => void firsts.push(random.fraction()), say)).toBe(5);
    expect(new Set(firsts).size).toBe(5);
    expect(said.at(-1)).toBe('trial: 5 rounds');
  });

  test('names the command that plays a failing round again', async () => {
    const play = (_: Random, round: number) => {
      if (round === 2) throw new Error('a copy was lent twice');
    };
    await expect(inRounds(part, play, say)).rejects.toThrow(/PINJAM_SEED=\d+ PINJAM_ROUNDS=1 npm run test:long -- trial\na copy was lent twice/);
  });

  test('a budget that is used up cuts the number of rounds and fails nothing', async () => {
    expect(await inRounds({ ...part, inCi: { rounds: 5, withinMs: 0 } }, () => undefined, say)).toBe(1);
  });
});
