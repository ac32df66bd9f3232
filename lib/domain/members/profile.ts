import type { Role } from './caller';

export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];

/** What the library knows of a member. What they read stands elsewhere. */
export type Profile = {
  readonly id: string;
  readonly memberNumber: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string | null;
  readonly emailVerifiedAt: Date | null;
  readonly phone: string | null;
  readonly phoneVerifiedAt: Date | null;
  readonly birthDate: Date | null;
  readonly gender: Gender | null;
  readonly category: string | null;
  readonly validUntil: Date | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
  readonly consentVersion: string | null;
  readonly consentAt: Date | null;
  readonly locale: string;
  readonly emailNotices: boolean;
  readonly blockedAt: Date | null;
  readonly blockedUntil: Date | null;
  readonly blockedReason: string | null;
  readonly createdAt: Date;
};

/** What members may change of themselves; a key that is missing stays as it is, null empties. */
export type ProfileChange = Partial<{
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: Date | null;
  readonly gender: Gender | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
  readonly locale: string;
  readonly emailNotices: boolean;
}>;

/** The version of the consent text that the registration page shows; a new text gets a new date. */
export const consentVersion = '2026-11';

/** Under this age a guardian's name belongs to the registration. */
export const ageOfConsent = 17;

export function ageOn(birthDate: Date, day: Date): number {
  const years = day.getUTCFullYear() - birthDate.getUTCFullYear();
  const hadBirthday = day.getUTCMonth() > birthDate.getUTCMonth() || (day.getUTCMonth() === birthDate.getUTCMonth() && day.getUTCDate() >= birthDate.getUTCDate());
  return hadBirthday ? years : years - 1;
}
