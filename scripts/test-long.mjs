// npm run test:long [-- PART …]: the proof at full length, about an hour; without a name every part, one after the other.
// PINJAM_SEED=n plays it again, PINJAM_ROUNDS=n plays so many rounds.
import { proofLines, runProject, totalOf } from './jest-project.mjs';

const parts = {
  histories: [['unit', 'unit/lending/histories'], ['integration', 'lending/model']],
  invariants: [['proof', 'proof/invariants']],
  linearizability: [['proof', 'proof/linearizability']],
  clocks: [['proof', 'proof/clocks']],
  away: [['proof', 'proof/away']],
  crash: [['proof', 'proof/crash']],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const counts = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  for (const [project, pattern] of parts[name]) {
    counts.push(await runProject(project, ['--testPathPatterns', pattern], { PINJAM_LONG: '1' }));
  }
}

const totals = totalOf(counts);
for (const line of proofLines()) console.log(line);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
