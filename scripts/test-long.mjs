// npm run test:long [-- PART …]: the proof at full length, an hour and a half on two cores; without a name every part, two at a time.
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

// Much of a part is waiting for loans of a few seconds to end, or for a process to come back: two share the machine well.
const lanes = [['histories', 'crash', 'invariants'], ['linearizability', 'clocks', 'away']];
const chosen = lanes.map((lane) => lane.filter((name) => asked.length === 0 || asked.includes(name)));
const counts = (await Promise.all(chosen.map(play))).flat();

const totals = totalOf(counts);
for (const line of proofLines()) console.log(line);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function play(names) {
  const played = [];
  for (const [project, pattern] of names.flatMap((name) => parts[name])) played.push(await runProject(project, ['--testPathPatterns', pattern], { PINJAM_LONG: '1' }));
  return played;
}
