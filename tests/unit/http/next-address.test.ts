import { expect, test } from '@jest/globals';
import { nextAddress } from '@/lib/http/auth/next-address';

const own = 'https://pinjam.example';

test.each([
  ['/shelf', '/shelf'],
  ['/titles/1?x=2#h', '/titles/1?x=2#h'],
  ['https://pinjam.example/shelf', '/shelf'],
  ['', '/'],
  [undefined, '/'],
])('after log-in %j leads to %s', (asked, path) => {
  expect(nextAddress(asked, own)).toBe(path);
});

test.each(['//evil.example', '/\\evil.example', '///evil.example/x', 'https://evil.example', 'javascript:alert(1)', 'http://pinjam.example/', 'https://pinjam.example@evil.example', 'http://[', '/\t/evil.example'])(
  '%j would lead to another site and leads home',
  (asked) => {
    expect(nextAddress(asked, own)).toBe('/');
  },
);

test('a path of ours cannot turn into another site once it stands in a Location header', () => {
  expect(nextAddress('/.//evil.example', own)).toBe('/evil.example');
});
