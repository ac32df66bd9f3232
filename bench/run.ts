// npm run bench: starts a library of its own with the demonstration, measures, prints a table and writes bench/results/<time>.json.
// Names choose parts: `npm run bench -- queue ends`, `npm run bench -- all`; without a name, those that take a few minutes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { closePool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { beginLibrary, removeFolder, untilOpen } from '@/tests/support/the-library';
import { firstPages } from './first-page';
import { lendingOverHttp } from './lending-http';
import { borrowingBesideItsStatements } from './lending-sql';
import type { Finding } from './measure';
import { readingMemory } from './reading-memory';
import { pageWeights } from './page-weight';
import { hasCorpora } from './records';
import { longQueue } from './scale/long-queue';
import { manyEnds } from './scale/many-ends';
import { pagesAtScale } from './scale/pages';
import { twoProcesses } from './scale/two-processes';
import { searching } from './search';

const only = process.argv.slice(2);
// the parts that settle do so themselves: the task must not do half of it beside them
const library = await untilOpen(await beginLibrary({ DEMO: '1', RETURN_SCHEDULE: '0 0 1 1 *' }));
try {
  const { databaseUrl } = library.runtime();
  Object.assign(process.env, { DATABASE_URL: databaseUrl, RATE_LIMIT_SCALE: '1000' });
  // something may have read it while it was being imported
  forgetEnvironment();
  const measured: Record<string, () => Promise<Finding[]>> = {
    http: () => lendingOverHttp(library.url),
    sql: () => borrowingBesideItsStatements(databaseUrl),
    page: () => firstPages(library.url),
    weight: () => pageWeights(library.url),
    search: () => searching(library.url),
  };
  const longer: Record<string, () => Promise<Finding[]>> = {
    memory: () => readingMemory(library.url),
    processes: () => twoProcesses(library),
    queue: longQueue,
    ends: () => manyEnds(library),
    // last: it fills the library
    scale: () => pagesAtScale(library.url, databaseUrl),
  };
  if (!hasCorpora()) console.log('without the corpora (PINJAM_CORPORA): search and notation.pdf are left out');
  const findings: Finding[] = [];
  const chosen = Object.entries({ ...measured, ...longer }).filter(([name]) => (only.length === 0 ? name in measured : only.includes(name) || only.includes('all')));
  for (const [name, part] of chosen) {
    const from = performance.now();
    const found = await part();
    // told at once: a part that fails later does not take this one with it
    print(found);
    findings.push(...found);
    console.log(`${name}: ${Math.round((performance.now() - from) / 1000)} s`);
  }
  keep(findings);
} finally {
  await closePool();
  await library.stop();
  removeFolder(library.dataDir);
}

function print(findings: readonly Finding[]): void {
  console.table(findings.map(({ what, value, unit, beside = '', besideValue = '', ratio = '', aim = '' }) => ({ what, value: `${value} ${unit}`, beside: `${beside} ${besideValue}`.trim(), ratio, aim })));
}

function keep(findings: readonly Finding[]): void {
  mkdirSync('bench/results', { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
  const file = `bench/results/${at.replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify({ at, machine, findings }, null, 2)}\n`);
  console.log(file);
}
