import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { agrees } from '../../support/agrees';
import { aPublishedTitle, ApiClient } from '../../support/api-client';
import { eventually } from '../../support/eventually';
import { Ledger } from '../../support/ledger';
import { anAdmin } from '../../support/outside-services';
import { Random } from '../../support/random';
import { inRounds, seed, type Part } from '../../support/rounds';
import { beginLibrary, removeFolder, untilOpen, type Library } from '../../support/the-library';

/**
 * The whole library as `npm start` runs it. Its server or its database is killed with -9 in the middle of everything, again
 * and again, and nobody helps. What was acknowledged stands in a ledger outside; at the end the two are held together.
 */
let library: Library;
let clients: ApiClient[] = [];
let ledger: Ledger;

beforeAll(async () => {
  library = await untilOpen(await beginLibrary({ DEMO: '0', RETURN_SCHEDULE: '*/2 * * * * *' }));
  clients = await Promise.all(Array.from({ length: 6 }, () => ApiClient.newMember(library.url)));
}, 600_000);

afterEach(() => ledger.abandon());

afterAll(async () => {
  await library.stop();
  removeFolder(library.dataDir);
});

/** Kills the process of that name so many times, then compares. */
export async function killAndCompare(name: 'next' | 'postgres', part: Pick<Part, 'of' | 'inLong'>): Promise<void> {
  const random = new Random(seed);
  ledger = new Ledger(clients, await newTitles(), random);
  await inRounds({ name: 'crash', inCi: { rounds: 10, withinMs: 30_000 }, ...part }, (chance) => kill(name, chance));
  await ledger.end();
  expect(ledger.idsOf('loans').length).toBeGreaterThan(0);
  await agrees(ledger, { databaseUrl: library.runtime().databaseUrl, clients, random });
}

/** Few copies, so that queues form. */
async function newTitles(): Promise<string[]> {
  const staff = await anAdmin(library.runtime().databaseUrl, library.url);
  return Promise.all([1, 2, 3].map((copies) => aPublishedTitle(copies, `Judul ${copies}`, staff)));
}

/** Kills it at some moment under load, and waits until members are answered again, by a process that came by itself. */
async function kill(name: 'next' | 'postgres', random: Random): Promise<void> {
  const calls = ledger.entries.length + random.between(1, 60);
  await eventually(() => ledger.entries.length >= calls, { withinMs: 120_000 });
  const before = library.runtime().processes[name] ?? 0;
  process.kill(before, 'SIGKILL');
  await eventually(() => library.runtime().processes[name] !== before, { withinMs: 120_000 });
  const answered = ledger.entries.length;
  await eventually(() => ledger.entries.length > answered, { withinMs: 120_000 });
}
