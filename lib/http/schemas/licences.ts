import { z } from 'zod';
import { clean } from '@/lib/domain/catalogue/file-metadata';
import { durationMs } from '@/lib/domain/duration';
import { licenceModels } from '@/lib/domain/lending/licence';
import { misfits } from '@/lib/domain/lending/licence-limits';
import { roundUpToSecond } from '@/lib/domain/time';
import { instant } from './lending';
import { fromInstant } from './library-span';

const copiesAtMost = 10_000;
const note = z.string().max(1000).transform((text) => clean(text, 1000) || null).nullish().transform((text) => text ?? null);

/** ODL's terms: `checkouts` (checkoutsLimit), `expires` (expiresAt), `concurrency` (copies), `length` (loanLength). */
export const licenceSchema = z
  .object({
    model: z.enum(licenceModels),
    copies: z.int().min(1).max(copiesAtMost).optional().transform((given) => given ?? 0).describe('how many at a time; without meaning under simultaneous use'),
    checkoutsLimit: z.int().min(1).max(1_000_000).nullish().transform((given) => given ?? null).describe('loans in all'),
    expiresAt: fromInstant.nullish().transform((at) => (at === null || at === undefined ? null : roundUpToSecond(at))).describe('an instant, or a date: 00.00 library time'),
    loanLength: z.string().refine((text) => (durationMs(text) ?? 0) >= 5000).nullish().transform((given) => given ?? null).describe('the longest loan that it allows, ISO 8601, exact'),
    priceRupiah: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullish().transform((given) => given ?? null),
    vendor: note,
    orderNumber: note,
    note,
  })
  .superRefine((licence, context) => {
    for (const { name, because } of misfits(licence)) context.addIssue({ code: 'custom', path: [name], message: because });
  });

/** What becomes of the loans that run: they run out, or (a rights problem) end at once. */
export const licenceWithdrawalBody = z.object({ reason: z.string().trim().min(1).max(500), loans: z.enum(['run-out', 'end']).default('run-out') });

export const ownedLicenceSchema = z.object({
  id: z.uuid(),
  model: z.enum(licenceModels),
  copies: z.object({ total: z.int(), onLoan: z.int(), setAside: z.int() }),
  checkoutsLimit: z.int().nullable(),
  checkoutsUsed: z.int(),
  expiresAt: instant.nullable(),
  loanLength: z.string().nullable(),
  priceRupiah: z.int().nullable(),
  vendor: z.string().nullable(),
  orderNumber: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: instant,
  endedAt: instant.nullable(),
  endedBecause: z.enum(['expired', 'used-up', 'withdrawn']).nullable(),
  endedReason: z.string().nullable(),
});
export const licenceListSchema = z.object({ items: z.array(ownedLicenceSchema), nextCursor: z.null() });
