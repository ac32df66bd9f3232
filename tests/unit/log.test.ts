import { describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { log } from '@/lib/log';

/** The same logger, with its lines caught. */
function written(error: unknown): string {
  const lines: string[] = [];
  const caught = Object.assign(Object.create(log) as typeof log, { [pino.symbols.streamSym]: { write: (line: string) => void lines.push(line) } });
  caught.error({ err: error }, 'failed');
  return lines.join();
}

describe('an error in the log', () => {
  test('does not carry what PostgreSQL quotes of a row', () => {
    const line = written(Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'Member_email_key', detail: 'Key (email)=(budi@example.org) already exists.' }));
    expect(line).toContain('23505');
    expect(line).toContain('Member_email_key');
    expect(line).not.toContain('budi');
  });

  test('does not carry the value that PostgreSQL cannot read', () => {
    expect(written(Object.assign(new Error('invalid input syntax for type uuid: "budi@example.org"'), { code: '22P02' }))).not.toContain('budi');
  });

  test('does not carry the connection that broke, with all that was sent over it', () => {
    const client = { processID: 7, secretKey: -181, _activeQuery: { text: 'INSERT', values: ['budi@example.org'] } };
    const line = written(Object.assign(new Error('terminating connection'), { code: '57P01', client }));
    expect(line).toContain('57P01');
    for (const word of ['secretKey', 'budi', '_activeQuery']) expect(line).not.toContain(word);
  });

  test('does not carry what its causes quote', () => {
    const inner = Object.assign(new Error('invalid input syntax for type date: "budi@example.org"'), { code: '22007', detail: 'budi' });
    const line = written(new Error('outside', { cause: new Error('between', { cause: inner }) }));
    expect(line).toContain('22007');
    expect(line).not.toContain('budi');
  });

  test('says where it happened', () => {
    expect(written(new TypeError('x is not a function'))).toMatch(/TypeError.*x is not a function.*log\.test/);
  });

  test('may be anything that somebody threw', () => {
    expect(written('nonsense')).toContain('nonsense');
    expect(JSON.parse(written(null))).toMatchObject({ err: { message: 'null' } });
  });
});
