import { test } from '@jest/globals';
import { killAndCompare } from './a-killed-library';

test('a kill of PostgreSQL loses nothing that was acknowledged, and nothing happens twice', () => killAndCompare('postgres', { of: 'kills of PostgreSQL', inLong: { rounds: 100 } }));
