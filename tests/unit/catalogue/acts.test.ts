import { describe, expect, test } from '@jest/globals';
import { actForm } from '@/lib/http/schemas/act-form';
import { acts, callOf } from '@/lib/http/schemas/acts';
import { ownPath } from '@/lib/http/own-path';
import { existsSync } from 'node:fs';

describe('a button and its form without JavaScript do the same', () => {
  test.each(acts)('%s has a call of the API that exists', (act) => {
    const [, path] = callOf[act]('ID', '');
    expect(existsSync(`app${path.replace('ID', '[id]')}/route.ts`)).toBe(true);
  });

  test.each([{ act: 'fly', id: 'x', back: '/' }, { act: 'borrow', id: 'x', back: '/' }, {}])('a form that is none of ours is not taken: %j', (fields) => {
    expect(actForm.safeParse(fields).success).toBe(false);
  });
});

describe('going back', () => {
  test.each(['/', '/titles/1?refused=x', '/shelf#riwayat'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each(['', '//evil.example', '/\\evil.example', 'https://evil.example', '/a b', '/a\nb'])('%j leads home', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});
