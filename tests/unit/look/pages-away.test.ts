import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('page.tsx')).map((path) => join('app', path));

test('each page says kindly that the library is away while its database is', () => {
  expect(pages.length).toBeGreaterThan(20);
  const without = pages.filter((path) => {
    const text = readFileSync(path, 'utf8');
    // the title page tells "away" from "no such title" for its name in the browser's bar, too
    return !/^export default orAway\(/m.test(text) && !text.includes('return <Away ');
  });
  expect(without).toEqual([]);
});
