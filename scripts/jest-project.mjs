import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'pinjam-test-'));
const proofList = join(folder, 'proof.txt');
let runs = 0;

/** Runs one jest project (or the part of it that `args` choose) and counts. */
export function runProject(project, args = [], env = {}) {
  const outputFile = join(folder, `${project}-${(runs += 1)}.json`);
  const run = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', project, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...(project === 'proof' ? ['--runInBand'] : []), ...args],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test', PINJAM_PROOF_LIST: proofList, ...env } },
  );
  const result = readResult(outputFile);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed === 0 && run.status !== 0 ? 1 : failed };
}

/** What each part of the proof counted, with its seed. */
export function proofLines() {
  return existsSync(proofList) ? readFileSync(proofList, 'utf8').trim().split('\n') : [];
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
