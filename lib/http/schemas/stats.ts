import { z } from 'zod';
import { isTooLong, longestRangeDays } from '@/lib/domain/statistics/span';
import { instant } from './lending';
import { libraryDay } from './library-span';

const count = z.int();
const returns = z.object({ returned: count.describe('by the member'), expired: count.describe('by time'), revoked: count.describe('by staff') });
const figures = z.object({ borrows: count, returns, reads: count.describe('loans opened for the first time'), turnaways: count.describe('distinct members per title and day') });

export const statsQuery = z
  .object({ from: libraryDay.optional(), to: libraryDay.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], message: 'from > to' })
  .refine(({ from, to }) => from === undefined || to === undefined || !isTooLong({ from, to }), { path: ['to'], message: `≤ ${longestRangeDays}` })
  .describe('library days, both included; without them the last thirty days');

export const statsSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  now: instant,
  totals: figures.extend({ visits: count, activeLoans: count }),
  days: z.array(figures.extend({ day: z.iso.date(), visits: count, borrowers: count, activeLoans: count.describe('running at the end of the day') })),
  titles: z.array(figures.extend({ titleId: z.uuid(), title: z.string(), authors: z.array(z.string()), borrowers: count, activeLoans: count.describe('running now'), waiting: count, copies: count })),
});

export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
export const rekapQuery = z.object({ month: month.optional(), part: z.enum(['days', 'books']).default('days'), format: z.enum(['json', 'csv']).default('json') });

export const rekapSchema = z.object({
  month,
  visits: count,
  borrowers: count,
  borrows: count,
  returns,
  days: statsSchema.shape.days,
  books: statsSchema.shape.titles,
});

/** A random word that the browser keeps for one day; without one, address and kind of browser stand in. */
export const visitBody = z.object({ token: z.string().min(8).max(100).optional() });
