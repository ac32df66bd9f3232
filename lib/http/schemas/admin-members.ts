import { z } from 'zod';
import { roles } from '@/lib/domain/members/caller';
import { pageQuery } from '../pagination';
import { adminLoanSchema } from './admin-loans';
import { holdSchema } from './lending';
import { fromInstant } from './library-span';
import { meSchema, memberSchema, orNothing, personSchema, profileChangeSchema, registrationSchema } from './member';
import { orNotAsked } from './or-not-asked';
import { applied, appliedTerms } from './title-terms';

const category = orNothing(z.string('other').trim().max(60, 'other'));
/** A day means 00.00 library time; empty: no end. */
const end = orNothing(fromInstant);

export const memberSearchQuery = pageQuery.extend({
  q: z.string().max(200).default('').describe('any part of name, number, e-mail or telephone'),
  state: orNotAsked(z.enum(['blocked', 'ended', 'staff'])),
});

export const foundMemberSchema = memberSchema
  .pick({ id: true, memberNumber: true, name: true, email: true, phone: true, role: true, category: true, validUntil: true, createdAt: true })
  .extend({ blocked: z.boolean(), blockedUntil: z.iso.datetime().nullable(), loans: z.int(), holds: z.int() });

export const deskRegistrationSchema = registrationSchema.extend({ category, validUntil: end });

export const deskChangeSchema = z.object({
  ...personSchema.partial().shape,
  locale: profileChangeSchema.shape.locale,
  category: category.optional(),
  validUntil: end.optional(),
  emailVerified: z.boolean().optional(),
  phoneVerified: z.boolean().optional(),
});

export const blockSchema = z.object({ reason: z.string('reason').trim().min(1, 'reason').max(500, 'reason'), until: end });
export const roleSchema = z.object({ role: z.enum(roles) });
export const issuedCodeSchema = z.object({ code: z.string(), validUntil: z.iso.datetime() });

export const deskMemberSchema = meSchema.extend({
  terms: appliedTerms.extend({ loanLimit: applied(z.int()), holdLimit: applied(z.int()) }).describe('what applies to them where a title says nothing for itself, and why'),
  running: z.array(adminLoanSchema),
  past: z.array(adminLoanSchema),
  queued: z.array(holdSchema.extend({ title: z.string(), authors: z.array(z.string()) })),
});
