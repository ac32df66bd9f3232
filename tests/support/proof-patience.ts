import { jest } from '@jest/globals';

// Budgets cut the number of rounds; time alone fails nothing. The long run may take its hours.
jest.setTimeout(process.env['PINJAM_LONG'] === '1' ? 6 * 3_600_000 : 600_000);
