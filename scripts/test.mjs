// npm test: the jest projects, then what the proof counted and the totals of all on a line of their own. The browser waits for
// pages much of its time, as the other tests do for processes that start and loans that end: the two run beside each other.
import { proofLines, runProject, totalOf } from './jest-project.mjs';

const args = process.argv.slice(2);
const inTurn = async (projects) => {
  const counts = [];
  for (const project of projects) counts.push(await runProject(project, args));
  return totalOf(counts);
};

const totals = totalOf(await Promise.all([inTurn(['e2e']), inTurn(['unit', 'integration', 'proof'])]));

for (const line of proofLines()) console.log(line);
// the line that CI reads: alone, and the only one of its form at the end
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
