import type { Profile, ProfileChange } from '@/lib/domain/members/profile';
import { prisma } from './client';
import { verificationMail } from './email-verification';

export type NewMember = Omit<Profile, 'id' | 'memberNumber' | 'role' | 'emailVerifiedAt' | 'phoneVerifiedAt' | 'blockedAt' | 'blockedUntil' | 'blockedReason' | 'createdAt' | 'emailNotices'> & {
  readonly passwordHash: string;
};

/** The new member with the number that the database drew, or that the address has an account already. A new address gets its link with it. */
export async function insertMember(member: NewMember): Promise<Profile | 'email-taken'> {
  return orEmailTaken(async () => {
    const id = crypto.randomUUID();
    const [made] = await prisma().$transaction([prisma().member.create({ data: { ...member, id }, select: profileColumns }), verificationMail(id)]);
    return profileOf(made);
  });
}

export async function updateProfile(memberId: string, change: ProfileChange & { emailVerifiedAt?: null; phoneVerifiedAt?: null }): Promise<Profile | 'email-taken' | null> {
  return orEmailTaken(async () => {
    const update = prisma().member.updateManyAndReturn({ where: { id: memberId, erasedAt: null }, data: { ...change, updatedAt: new Date() }, select: profileColumns });
    const changed = change.emailVerifiedAt === null ? (await prisma().$transaction([update, verificationMail(memberId)]))[0] : await update;
    return changed[0] === undefined ? null : profileOf(changed[0]);
  });
}

export async function findProfile(memberId: string): Promise<Profile | null> {
  const found = await prisma().member.findFirst({ where: { id: memberId, erasedAt: null }, select: profileColumns });
  return found === null ? null : profileOf(found);
}

export const profileColumns = {
  id: true,
  memberNumber: true,
  role: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  phone: true,
  phoneVerifiedAt: true,
  birthDate: true,
  gender: true,
  category: true,
  validUntil: true,
  guardianName: true,
  guardianPhone: true,
  consentVersion: true,
  consentAt: true,
  locale: true,
  emailNotices: true,
  blockedAt: true,
  blockedUntil: true,
  blockedReason: true,
  createdAt: true,
} as const;

// CHECK constraints and the page's schema keep role and gender to their words
function profileOf(row: Omit<Profile, 'role' | 'gender'> & { role: string; gender: string | null }): Profile {
  return row as Profile;
}

/** The one unique index that a person can run into is that over lower("email"). */
async function orEmailTaken<T>(work: () => Promise<T>): Promise<T | 'email-taken'> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'P2002') return 'email-taken';
    throw error;
  }
}
