// npm test: the jest projects one after the other, what the proof counted, then the totals of all on a line of their own.
import { runProject, proofLines } from './jest-project.mjs';

const totals = { passed: 0, failed: 0 };

for (const project of ['unit', 'integration', 'proof', 'e2e']) {
  const { passed, failed } = runProject(project, process.argv.slice(2));
  totals.passed += passed;
  totals.failed += failed;
}

for (const line of proofLines()) console.log(line);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
