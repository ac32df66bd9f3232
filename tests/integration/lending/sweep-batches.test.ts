import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCirculation, loadCirculations } from '@/lib/adapters/postgres/circulation/load';
import { changesOf, recordOf, type TitleRecord } from '@/lib/adapters/postgres/circulation/record';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { sweepCirculations } from '@/lib/adapters/postgres/circulation/sweep';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import type { LendingChange } from '@/lib/domain/lending/changes';
import type { Circulation } from '@/lib/domain/lending/circulation';
import { settle } from '@/lib/domain/lending/settle';
import { addMs, hour } from '@/lib/domain/time';
import { aStep, takeStep } from '../../support/histories';
import { PureLibrary } from '../../support/pure-library';
import { RealLibrary } from '../../support/real-library';

afterAll(closePool);

const aHistory = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(aStep, { minLength: 8, maxLength: 25, size: 'max' }));
const histories = fc.tuple(fc.array(aHistory, { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 24 * 20 }));

test('a batch of titles of all kinds is loaded and settled row by row as each title is alone', async () => {
  const kinds = new Set<LendingChange['kind']>();
  await fc.assert(
    fc.asyncProperty(histories, async ([lives, hours]) => {
      const { titles, until } = await lived(lives, hours);
      const titleIds = titles.map(({ titleId }) => titleId);
      await loadsAlike(titles, until);
      const expected = await settledAlone(titleIds, until);
      const before = new Map<string, number>();
      for (const titleId of titleIds) before.set(titleId, (await recorded(titleId)).events.length);

      expect((await sweepCirculations({ at: until })).failedCount).toBe(0);

      for (const { titleId, after, changes } of expected) {
        const record = await recorded(titleId);
        expect(changesOf(record).slice(before.get(titleId)).map(plain)).toEqual(changes.map(plain));
        expect(differing(after, record)).toEqual([]);
        expect(await replayTitle(titleId)).toEqual([]);
        for (const { kind } of changes) kinds.add(kind);
      }
      expect(await violationsOf(titleIds)).toEqual([]);
      expect((await settledAlone(titleIds, until)).flatMap(({ changes }) => changes)).toEqual([]);
    }),
    // always the same histories: that all these kinds are among them is part of the test
    { numRuns: 4, seed: 20261122, endOnFailure: true },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['loan-ended', 'offer-made', 'offer-missed', 'licence-ended', 'copy-retired']));
}, 120_000);

/** Titles that have lived without any settling of their own at the end; the time at which all are settled comes after. */
async function lived(lives: readonly (readonly [number, readonly Parameters<typeof takeStep>[1][]])[], hours: number): Promise<{ titles: RealLibrary[]; until: Date }> {
  const titles: RealLibrary[] = [];
  let last = new Date(0);
  for (const [copies, steps] of lives) {
    const [model, real] = [new PureLibrary(copies), await RealLibrary.with(copies)];
    for (const one of steps) {
      takeStep(model, one);
      await real.take(one, model.now);
    }
    titles.push(real);
    if (model.now > last) last = model.now;
  }
  return { titles, until: addMs(last, hours * hour) };
}

async function loadsAlike(titles: readonly RealLibrary[], until: Date): Promise<void> {
  const titleIds = titles.map(({ titleId }) => titleId);
  const need = { memberId: titles[0]?.members[0] ?? '', measureQueue: true };
  const together = new Map((await loadCirculations(pool(), titleIds, need, until)).map((loaded) => [loaded.circulation.title.id, loaded]));
  for (const titleId of titleIds) {
    const alone = await loadCirculation(pool(), { titleId, ...need }, until);
    expect({ ...together.get(titleId), clockAt: null }).toEqual({ ...alone, clockAt: null });
  }
}

async function settledAlone(titleIds: readonly string[], until: Date) {
  return Promise.all(
    titleIds.map(async (titleId) => {
      const loaded = await loadCirculation(pool(), { titleId }, until);
      if (loaded === null) throw new Error('a title that was made is there');
      return { titleId, ...settle(loaded.circulation, { now: until, freshId: () => 'fresh' }) };
    }),
  );
}

async function recorded(titleId: string): Promise<TitleRecord> {
  const record = await recordOf(titleId);
  if (record === null) throw new Error('a title that was made is there');
  return record;
}

/** The rows that are otherwise than settle left them. */
function differing(after: Circulation, record: TitleRecord): string[] {
  const rows = new Set([...record.loans, ...record.holds, ...record.copies, ...record.licences].map(plain));
  const spans = new Set(record.uses.map(spanOf));
  return [
    ...[...after.loans, ...after.holds, ...after.copies, ...after.licences].map(plain).filter((row) => !rows.has(row)),
    ...after.uses.map(spanOf).filter((span) => !spans.has(span)),
  ];
}

/** The id of an offer is drawn when it is made; standing and category are the member's. */
const notCompared = new Set(['offerId', 'standing', 'category']);

function plain(one: object): string {
  const facts = Object.entries(one).filter(([name, value]) => !notCompared.has(name) && value !== null && value !== undefined);
  return JSON.stringify(Object.fromEntries(facts.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function spanOf({ copyId, licenceId, kind, from, until }: Circulation['uses'][number]): string {
  return [copyId, licenceId, kind, from.toISOString(), until.toISOString()].join(' ');
}
