import { z } from 'zod';
import { pageQuery } from '../pagination';
import { loanSchema } from './lending';
import { fromInstant, untilInstant } from './library-span';
import { orNotAsked } from './or-not-asked';

const searched = z.string().trim().max(200).transform((text) => (text === '' ? undefined : text)).optional();

export const loanFilterQuery = z.object({
  state: orNotAsked(z.enum(['active', 'returned', 'expired', 'revoked', 'ended'])),
  member: searched.describe("a member's id, number or a part of the name"),
  title: searched.describe("a title's id or a part of its title"),
  from: orNotAsked(fromInstant).describe('borrowed from: a library day or an instant'),
  to: orNotAsked(untilInstant).describe('borrowed to: a library day, counted whole, or an instant, not counted'),
});

export const adminLoansQuery = pageQuery.extend({ ...loanFilterQuery.shape, format: orNotAsked(z.enum(['json', 'csv'])) });

export const adminLoanSchema = loanSchema.omit({ renewable: true, now: true }).extend({
  title: z.string(),
  authors: z.array(z.string()),
  endedReason: z.string().nullable(),
  member: z.object({ id: z.uuid(), memberNumber: z.string(), name: z.string() }).nullable().describe('null once the retention period is over'),
});

export const revocationBody = z.object({ reason: z.string().trim().min(1).max(500) });
