import { expect, test } from '@jest/globals';
import pino from 'pino';
import { log } from '@/lib/log';

test('what PostgreSQL quotes of a row is not written to the log', () => {
  const written: string[] = [];
  const stream = { write: (line: string) => void written.push(line) };
  // the same logger, with its lines caught
  const caught = Object.assign(Object.create(log) as typeof log, { [pino.symbols.streamSym]: stream });
  caught.error({ err: Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(budi@example.org) already exists.' }) }, 'failed');
  expect(written.join()).toContain('23505');
  expect(written.join()).not.toContain('budi');
});
