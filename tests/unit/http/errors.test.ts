import { describe, expect, test } from '@jest/globals';
import { refusalOfError } from '@/lib/http/errors';

const databaseAway = { code: 'away', part: 'database' };

describe('an error that means that something we need is away is no bug of ours: try again later', () => {
  test.each([
    ['the server is ending', { code: '57P01' }],
    ['the server is starting', { code: '57P03' }],
    ['it takes no more connections', { code: '53300' }],
    ['its disk is full', { code: '53100' }],
    ['it has no memory left', { code: '53200' }],
    ['its disk cannot be read', { code: '58030' }],
    ['nobody listens', { code: 'ECONNREFUSED' }],
    ['the line broke', { message: 'Connection terminated unexpectedly' }],
  ])('%s', (_, error) => expect(refusalOfError(Object.assign(new Error('x'), error))).toEqual(databaseAway));

  test('however deep it is wrapped', () => {
    const wrapped = new Error('outer', { cause: new Error('middle', { cause: Object.assign(new Error('inner'), { code: '57P01' }) }) });
    expect(refusalOfError(wrapped)).toEqual(databaseAway);
  });

  test('storage is told apart from the database', () => {
    expect(refusalOfError(Object.assign(new Error('x'), { name: 'StorageAway' }))).toEqual({ code: 'away', part: 'storage' });
  });
});

describe('what is a bug stays one', () => {
  test.each([
    ['a constraint that code should have explained', Object.assign(new Error('duplicate key'), { code: '23505' })],
    ['a statement that is wrong', Object.assign(new Error('syntax error'), { code: '42601' })],
    ['a type error', new TypeError('x is undefined')],
    ['something that is no error', 'text'],
    ['nothing', undefined],
  ])('%s', (_, error) => expect(refusalOfError(error)).toBeNull());

  test('a chain that never ends is not followed for ever', () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(refusalOfError(loop)).toBeNull();
  });
});
