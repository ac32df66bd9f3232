import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allContracts } from '@/lib/http/openapi';
import { apart, whoMayCall } from '../../support/who-may-call';

// tests/integration/contract goes through these tables; a new call does not land before it stands in them

test('tests/support/who-may-call.ts names every call of the contract once', () => {
  expect(whoMayCall.map(([name]) => name).sort()).toEqual(allContracts().map(({ method, path }) => `${method} ${path}`).filter((name) => !apart.test(name)).sort());
});

test('tests/support/every-call.ts has every state-changing call that keeps keys ready to be made', () => {
  const ready = [...readFileSync('tests/support/every-call.ts', 'utf8').matchAll(/^ {2}'((?:POST|PUT|PATCH|DELETE) [^']+)':/gm)].map(([, name]) => name);
  const keyed = allContracts().filter(({ method, keyed: how }) => method !== 'GET' && how !== 'never').map(({ method, path }) => `${method} ${path}`);
  expect(ready.sort()).toEqual(keyed.sort());
});

test('tests/integration/contract/reads.test.ts has every call that reads', () => {
  const ready = [...readFileSync('tests/integration/contract/reads.test.ts', 'utf8').matchAll(/^ {2}'(GET [^']+)': \(\) =>/gm)].map(([, name]) => name);
  const reading = allContracts().map(({ method, path }) => `${method} ${path}`).filter((name) => name.startsWith('GET') && !apart.test(name));
  expect(ready.sort()).toEqual(reading.sort());
});

test('what the contract declares is what the table says', () => {
  const audiences = ['anyone', 'member', 'librarian', 'admin'];
  const declared = new Map(allContracts().map(({ method, path, who }) => [`${method} ${path}`, who]));
  for (const [name, needed] of whoMayCall) expect([name, declared.get(name)]).toEqual([name, audiences[needed]]);
});
