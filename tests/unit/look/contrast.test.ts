import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync('app/globals.css', 'utf8');
const light = colours(after(':root {'));
const dark = colours(after('@utility in-the-dark {'));

const texts: [string, string][] = [
  ...['paper', 'card', 'sunk'].flatMap((ground): [string, string][] => ['ink', 'ink-soft', 'leaf', 'turmeric', 'brick'].map((text) => [text, ground])),
  ['on-leaf', 'leaf'],
  ['on-leaf', 'leaf-strong'],
  ['on-brick', 'brick'],
  ['leaf', 'leaf-soft'],
  ['turmeric', 'turmeric-soft'],
  ['brick', 'brick-soft'],
  ['paper', 'turmeric'],
  ['paper', 'ink'],
  ['ink', 'leaf-soft'],
  ['ink', 'turmeric-soft'],
  ['ink', 'brick-soft'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('colours on %s paper are AA', (_, palette) => {
  test.each(texts)('%s on %s reads at 4.5 or more', (text, ground) => {
    expect(contrast(palette.get(text), palette.get(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'card'])('the edge of a field on %s shows at 3 or more', (ground) => {
    expect(contrast(palette.get('edge'), palette.get(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('dark is one and the same, whether the device asks for it or the visitor chose it', () => {
  expect(dark.size).toBe(light.size);
  for (const asks of [":root:not([data-theme='light']) {", ":root[data-theme='dark'] {"]) expect(after(asks).trim()).toBe('@apply in-the-dark;');
});

test('paper in the printer stays light', () => {
  const dressed = [...css.matchAll(/@media ([^{]+)\{\s*:root[:[]/g)].map(([, media]) => String(media).trim());
  expect(dressed).toEqual(['screen and (prefers-color-scheme: dark)', 'screen']);
});

/** What a rule says, up to its closing brace. */
function after(selector: string): string {
  const start = css.indexOf(selector) + selector.length;
  return css.slice(start, css.indexOf('}', start));
}

function colours(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [String(name), String(value)]));
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string | undefined): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(String(colour).slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
