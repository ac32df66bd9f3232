import { test } from '@jest/globals';
import { killAndCompare } from './a-killed-library';

test('a kill of the server loses nothing that was acknowledged, and nothing happens twice', () => killAndCompare('next', { of: 'kills of the server', inLong: { rounds: 200 } }));
