// npm run test:long [-- PART …]: the proof at full length, an hour and a half on two cores; without a name every part.
// PINJAM_SEED=n plays it again, PINJAM_ROUNDS=n plays so many rounds.
import { proofLines, runProject, totalOf } from './jest-project.mjs';

const rulesHistories = { part: 'histories', project: 'unit', pattern: 'unit/lending/histories' };
// half of the sequences: two processes, each with a database and a seed of its own, get through them in much less time than one
const databaseHistories = { part: 'histories', project: 'integration', pattern: 'lending/model' };
const aProof = (part) => ({ part, project: 'proof', pattern: `proof/${part}` });

// Much of a part is waiting for loans of a few seconds to end, or for a process to come back: three share two cores well.
const lanes = [
  [rulesHistories, databaseHistories, aProof('invariants')],
  // whoever names a seed or a number of rounds means one play
  [...('PINJAM_SEED' in process.env || 'PINJAM_ROUNDS' in process.env ? [] : [databaseHistories]), aProof('crash'), aProof('away')],
  [aProof('linearizability'), aProof('clocks')],
];

const asked = process.argv.slice(2);
const names = new Set(lanes.flat().map(({ part }) => part));
const unknown = asked.filter((name) => !names.has(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose from ${[...names].join(', ')}.`);
  process.exit(2);
}

const counts = (await Promise.all(lanes.map(play))).flat();
const totals = totalOf(counts);
for (const line of proofLines()) console.log(line);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function play(lane) {
  const played = [];
  for (const { part, project, pattern } of lane) {
    if (asked.length === 0 || asked.includes(part)) played.push(await runProject(project, ['--testPathPatterns', pattern], { PINJAM_LONG: '1' }));
  }
  return played;
}
