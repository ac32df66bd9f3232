import { z } from 'zod';
import { roles } from '@/lib/domain/members/caller';
import { passwordLength } from '@/lib/domain/members/password';
import { normalPhone } from '@/lib/domain/members/phone';
import { normalEmail } from '@/lib/domain/members/identifier';
import { genders } from '@/lib/domain/members/profile';

/** What stands in forms about a person. Messages are codes: the pages have the words (account.problems.*). */
export const nameSchema = z
  .string('name')
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'name').max(200, 'name').regex(/^\P{Cc}*$/u, 'name'));

export const emailSchema = z.string('email').transform(normalEmail).pipe(z.email('email').max(254, 'email'));

export const phoneSchema = z.string('phone').transform((phone, context) => {
  const normal = normalPhone(phone);
  if (normal !== null) return normal;
  context.addIssue({ code: 'custom', message: 'phone' });
  return z.NEVER;
});

export const passwordSchema = z.string('password').min(passwordLength.min, 'password-short').max(passwordLength.max, 'password-long');

/** A calendar day that has been; as midnight UTC, which is how a date column travels. */
export const birthDateSchema = z.iso
  .date('birthDate')
  .transform((text) => new Date(`${text}T00:00:00Z`))
  .refine((date) => date.getUTCFullYear() >= 1900 && date.getTime() <= Date.now(), 'birthDate');

export const genderSchema = z
  .string('gender')
  .transform((text) => genderWords[text.trim().toLowerCase()] ?? text)
  .pipe(z.enum(genders, 'gender'));

const genderWords: Readonly<Record<string, (typeof genders)[number]>> = { f: 'female', p: 'female', perempuan: 'female', m: 'male', l: 'male', 'laki-laki': 'male' };

/** An empty field of a form is no answer. */
export function orNothing<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : value), schema.nullish());
}

export const personSchema = z.object({
  name: nameSchema,
  email: orNothing(emailSchema),
  phone: orNothing(phoneSchema),
  birthDate: orNothing(birthDateSchema),
  gender: orNothing(genderSchema),
  guardianName: orNothing(nameSchema),
  guardianPhone: orNothing(phoneSchema),
});

export const registrationSchema = personSchema.extend({ password: passwordSchema, consentVersion: z.string().max(40).nullish() });

export const profileChangeSchema = personSchema.partial().extend({
  locale: z.enum(['id', 'en']).optional(),
  emailNotices: z.boolean().optional(),
  channels: z.object({ email: z.boolean().optional() }).optional(),
});

export const memberSchema = z.object({
  id: z.uuid(),
  memberNumber: z.string(),
  role: z.enum(roles),
  name: z.string(),
  email: z.string().nullable(),
  emailVerifiedAt: z.iso.datetime().nullable(),
  phone: z.string().nullable(),
  phoneVerifiedAt: z.iso.datetime().nullable(),
  birthDate: z.iso.date().nullable(),
  gender: z.enum(genders).nullable(),
  category: z.string().nullable(),
  validUntil: z.iso.datetime().nullable(),
  guardianName: z.string().nullable(),
  guardianPhone: z.string().nullable(),
  locale: z.string(),
  channels: z.object({ email: z.boolean() }),
  consent: z.object({ version: z.string(), at: z.iso.datetime() }).nullable(),
  createdAt: z.iso.datetime(),
});

export const meSchema = memberSchema.extend({
  limits: z.object({ loanLimit: z.int(), holdLimit: z.int(), loans: z.int(), holds: z.int() }),
  standing: z.object({ barred: z.boolean(), blocked: z.boolean(), blockedUntil: z.iso.datetime().nullable(), blockedReason: z.string().nullable() }),
  now: z.iso.datetime(),
});

export const deviceListSchema = z.object({
  items: z.array(z.object({ id: z.uuid(), userAgent: z.string().nullable(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime(), current: z.boolean() })),
  nextCursor: z.null(),
});
