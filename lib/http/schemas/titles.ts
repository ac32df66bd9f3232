import { z } from 'zod';
import { titleSorts } from '@/lib/domain/catalogue/title-question';
import { pageQuery } from '../pagination';
import { duration, estimatedWait, instant } from './lending';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

// q is cut, not refused: whatever somebody pastes finds what its first words find
export const titlesQuery = pageQuery.extend({
  q: z.string().optional(),
  subject: z.string().max(300).optional(),
  language: z.string().max(35).optional(),
  available: flag.optional(),
  sort: z.enum(titleSorts).optional(),
  facets: flag.optional(),
});

/** What every answer says of a title. */
export const titleFields = {
  id: z.uuid(),
  title: z.string(),
  subtitle: z.string().nullable(),
  authors: z.array(z.string()),
  isbn: z.string().nullable(),
  publisher: z.string().nullable(),
  year: z.int().nullable(),
  language: z.string(),
  subjects: z.array(z.string()),
  coverUrl: z.string().nullable(),
  format: z.string().nullable(),
  pages: z.int().nullable(),
};

const described = {
  ...titleFields,
  copies: z.object({ total: z.int(), available: z.int().describe('what a walk-in can have'), simultaneousUse: z.boolean() }),
  holds: z.object({ total: z.int() }),
};

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const titleListSchema = z.object({
  items: z.array(z.object(described)),
  total: z.int().describe('capped; see totalIsExact'),
  totalIsExact: z.boolean(),
  near: z.boolean().describe('nothing was spelt as asked: these are spelt almost so'),
  nextCursor: z.string().nullable(),
  facets: z.object({ languages: facet, subjects: facet }).optional(),
});

export const titleSchema = z.object({
  ...described,
  description: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  loanPeriod: duration,
  saved: z.boolean(),
  mine: z.object({
    loan: z.object({ id: z.uuid(), state: z.literal('active'), borrowedAt: instant, dueAt: instant, renewals: z.int(), renewable: z.boolean() }).nullable(),
    hold: z.object({ id: z.uuid(), state: z.enum(['waiting', 'ready']), position: z.int().nullable(), estimatedWait, readyUntil: instant.nullable(), suspendedAt: instant.nullable(), suspendedUntil: instant.nullable() }).nullable(),
  }),
  now: instant,
});
