import { jest } from '@jest/globals';
import { patienceMs } from './rounds';

jest.setTimeout(patienceMs);
