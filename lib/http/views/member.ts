import { isBlocked } from '@/lib/domain/lending/standing';
import type { Profile } from '@/lib/domain/members/profile';
import type { Me } from '@/lib/operations/members/read-me';

/** What members see of themselves; the librarian's note stays with the librarians. */
export function profileView(profile: Profile) {
  const { id, memberNumber, role, name, email, emailVerifiedAt, phone, phoneVerifiedAt, birthDate, gender, category, validUntil, guardianName, guardianPhone, locale, emailNotices, consentVersion, consentAt, createdAt } = profile;
  return {
    id, memberNumber, role, name, email, emailVerifiedAt, phone, phoneVerifiedAt, birthDate: dayOf(birthDate), gender, category, validUntil, guardianName, guardianPhone, locale,
    channels: { email: emailNotices }, consent: consentVersion === null ? null : { version: consentVersion, at: consentAt }, createdAt,
  };
}

export function meView({ profile, limits, loans, holds, barred, now }: Me) {
  const blocked = isBlocked(profile, now);
  return {
    ...profileView(profile),
    limits: { ...limits, loans, holds },
    standing: { barred, blocked, blockedUntil: blocked ? profile.blockedUntil : null, blockedReason: blocked ? profile.blockedReason : null },
    now,
  };
}

function dayOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
