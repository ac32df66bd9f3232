import { z } from 'zod';

export const instant = z.iso.datetime({ offset: true });
export const duration = z.string().describe('ISO 8601, exact: P3D, PT1H30M');
export const estimatedWait = z.object({ expected: duration, latest: duration }).nullable();
export const titleParams = z.object({ id: z.uuid() });

export const loanSchema = z.object({
  id: z.uuid(),
  titleId: z.uuid(),
  state: z.enum(['active', 'returned', 'expired', 'revoked']),
  borrowedAt: instant,
  dueAt: instant,
  endedAt: instant.nullable(),
  renewals: z.int(),
  renewable: z.boolean(),
  now: instant.describe("the database's clock"),
});

export const holdSchema = z.object({
  id: z.uuid(),
  titleId: z.uuid(),
  state: z.enum(['waiting', 'ready', 'fulfilled', 'lapsed', 'cancelled']),
  position: z.int().nullable(),
  estimatedWait,
  readyUntil: instant.nullable(),
  suspendedAt: instant.nullable(),
  suspendedUntil: instant.nullable(),
  endedAt: instant.nullable(),
  endedReason: z.string().nullable().describe('why it lapsed or was cancelled'),
  now: instant,
});

const listed = { title: z.string(), authors: z.array(z.string()), coverUrl: z.string().nullable() };
export const loanListSchema = z.object({ items: z.array(loanSchema.extend(listed)), nextCursor: z.string().nullable(), now: instant });
export const holdListSchema = z.object({ items: z.array(holdSchema.extend(listed)), nextCursor: z.string().nullable(), now: instant });
