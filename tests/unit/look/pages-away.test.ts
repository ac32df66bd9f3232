import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) => basename(path) === 'page.tsx').map((path) => join('app', path));
const textOf = (path: string) => readFileSync(path, 'utf8');

test('each page says kindly that the library is away while its database is', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((path) => !/^export default orAway\(/m.test(textOf(path)))).toEqual([]);
});
