import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const rows = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^\| (?<rule>.*?) \| `(?<file>[^`]+)` \| (?<name>.+) \|$/gm)].map(({ groups }) => groups ?? {});

describe('docs/rules.md', () => {
  test('names a test for each rule', () => expect(rows.length).toBeGreaterThan(50));

  test.each(rows.map(({ file = '', name = '' }) => [file, name]))('%s: %s', (file, name) => {
    const path = `tests/${file}.test.ts`;
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8').replaceAll('\\', '')).toContain(name);
  });
});
