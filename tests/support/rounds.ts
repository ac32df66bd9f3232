import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { Random } from './random';

/** `npm run test:long` asks for all rounds; CI for as many as fit into the budget. */
export const isLong = process.env['PINJAM_LONG'] === '1';

/** How long a test of the proof may take: budgets cut the number of rounds, time alone fails nothing. */
export const patienceMs = isLong ? 6 * 3_600_000 : 600_000;

// CI plays the same rounds every time; who looks for something new asks for the long run, or gives a seed.
const seedOfCi = 20261122;
export const seed = Number(process.env['PINJAM_SEED'] ?? (isLong ? randomInt(1_000_000_000) : seedOfCi));

export type Part = {
  /** As in `npm run test:long -- NAME`. */
  readonly name: string;
  /** What a round is, for the line that is printed: "histories". */
  readonly of: string;
  /** In CI; the budget cuts the number of rounds, it never fails. */
  readonly inCi: { readonly rounds: number; readonly withinMs: number };
  readonly inLong: { readonly rounds: number };
};

/**
 * Plays a part of the proof and prints its count and its seed. Round n draws from `seed + n`: a round that fails is
 * played again alone by the command that the error names.
 */
export async function inRounds(part: Part, play: (random: Random, round: number) => Promise<void> | void, say = tell): Promise<number> {
  const startedAt = Date.now();
  const rounds = Number(process.env['PINJAM_ROUNDS'] ?? (isLong ? part.inLong.rounds : part.inCi.rounds));
  let played = 0;
  while (played < rounds && (isLong || played === 0 || Date.now() - startedAt < part.inCi.withinMs)) {
    try {
      await play(new Random(seed + played), played);
    } catch (error) {
      say(`${part.name}: FAILED after ${played} ${part.of}`, startedAt);
      throw new Error(`${part.name}, round ${played}; again: PINJAM_SEED=${seed + played} PINJAM_ROUNDS=1 npm run test:long -- ${part.name}\n${messageOf(error)}`, { cause: error });
    }
    played += 1;
  }
  say(`${part.name}: ${played} ${part.of}`, startedAt);
  return played;
}

/** One line of the proof, on the screen and, where npm test collects them, in its list. */
export function tell(line: string, startedAt: number): void {
  const whole = `proof · ${line} · seed ${seed} · ${Math.round((Date.now() - startedAt) / 1000)} s\n`;
  const list = process.env['PINJAM_PROOF_LIST'];
  if (list !== undefined) appendFileSync(list, whole);
  process.stderr.write(whole);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
