import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { writeAudit } from '@/lib/adapters/postgres/audit';
import { insertMember } from '@/lib/adapters/postgres/members';
import { countTry } from '@/lib/adapters/postgres/tries';
import { environment } from '@/lib/config/environment';
import type { Actor } from '@/lib/domain/actor';
import { isTooEasy } from '@/lib/domain/members/password';
import type { Gender, Profile } from '@/lib/domain/members/profile';
import { registrationsPerAddress, scaled } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type Registration = {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly password: string;
  readonly birthDate?: Date | null;
  readonly gender?: Gender | null;
  readonly guardianName?: string | null;
  readonly guardianPhone?: string | null;
  readonly category?: string | null;
  readonly validUntil?: Date | null;
  readonly consentVersion?: string | null;
  readonly locale: string;
};

/** By whom: somebody at home (counted by address), or a librarian at the desk (written to the audit). */
export type Registrar = { readonly kind: 'self'; readonly address: string } | { readonly kind: 'desk'; readonly actor: Actor };

/** A new member with a number of their own. Free; an e-mail address has one account at most. */
export async function registerMember(registration: Registration, by: Registrar): Promise<Outcome<Profile>> {
  const { password, name, email = null, phone = null, consentVersion = null } = registration;
  if (isTooEasy(password, [name, email, phone])) return refuse({ code: 'bad-request', errors: [{ path: 'password', message: 'password-easy' }] });
  if (by.kind === 'self') {
    const { waitMs } = await countTry([{ key: `register:${fingerprint('address', by.address)}`, limit: scaled(registrationsPerAddress, environment().RATE_LIMIT_SCALE) }]);
    if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });
  }
  const member = await insertMember({
    name,
    email,
    phone,
    birthDate: registration.birthDate ?? null,
    gender: registration.gender ?? null,
    guardianName: registration.guardianName ?? null,
    guardianPhone: registration.guardianPhone ?? null,
    category: registration.category ?? null,
    validUntil: registration.validUntil ?? null,
    consentVersion,
    consentAt: consentVersion === null ? null : new Date(),
    locale: registration.locale,
    passwordHash: await hashPassword(password),
  });
  if (member === 'email-taken') return refuse({ code: 'email-taken' });
  const actor: Actor = by.kind === 'desk' ? by.actor : { kind: 'member', memberId: member.id, channel: 'web' };
  await writeAudit({ actor, action: 'registered', subject: 'member', subjectId: member.id });
  return granted(member);
}
