import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'pinjam-test-'));
const proofList = join(folder, 'proof.txt');
let runs = 0;

// The browser tests share one library; a part of the proof has processes of its own and waits much of its time, for loans to end or
// for a process to come back; the others share nothing and take what jest gives.
const workers = { e2e: 1, proof: 3 };

/** Runs one jest project (or the part of it that `args` choose) and counts. */
export async function runProject(project, args = [], env = {}) {
  const startedAt = Date.now();
  const outputFile = join(folder, `${project}-${(runs += 1)}.json`);
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', project, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...(project in workers ? [`--maxWorkers=${workers[project]}`] : []), ...args],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test', PINJAM_PROOF_LIST: proofList, ...env } },
  );
  const status = await new Promise((resolve) => child.once('close', resolve));
  const result = readResult(outputFile);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  process.stderr.write(`${project} took ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  return { passed: result.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** What each part of the proof counted, with its seed. */
export function proofLines() {
  return existsSync(proofList) ? readFileSync(proofList, 'utf8').trim().split('\n') : [];
}

export function totalOf(counts) {
  return counts.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), { passed: 0, failed: 0 });
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
