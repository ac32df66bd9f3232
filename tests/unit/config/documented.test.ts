import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { variables } from '@/lib/config/variables';

const names = Object.keys(variables.shape).sort();

test('docs/operating.md has every variable that the code reads, and no other', () => {
  const table = readFileSync('docs/operating.md', 'utf8');
  expect([...table.matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name]) => name).sort()).toEqual(names);
});

test('.env.example has them too', () => {
  const example = readFileSync('.env.example', 'utf8');
  expect([...example.matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name).sort()).toEqual(names);
});
