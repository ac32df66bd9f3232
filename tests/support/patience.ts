import { jest } from '@jest/globals';

// Real services on a small, busy machine: a test waits for conditions, and is given up late rather than early.
jest.setTimeout(60_000);
