import { isBlocked } from '@/lib/domain/lending/standing';
import type { DeskMember } from '@/lib/operations/members/read-member';
import type { MemberSearchPage } from '@/lib/operations/members/search-members';
import { adminLoanView } from './admin-loans';
import { holdView } from './lending';
import { meView } from './member';

export function foundMemberView({ id, memberNumber, name, email, phone, role, category, validUntil, createdAt, loans, holds, now, ...standing }: MemberSearchPage['items'][number]) {
  const blocked = isBlocked({ ...standing, validUntil }, now);
  return { id, memberNumber, name, email, phone, role, category, validUntil, createdAt, blocked, blockedUntil: blocked ? standing.blockedUntil : null, loans, holds };
}

export function deskMemberView({ terms, running, past, queued, ...me }: DeskMember) {
  return {
    ...meView(me),
    terms,
    running: running.map(adminLoanView),
    past: past.map(adminLoanView),
    queued: queued.map(({ title, authors, ...hold }) => ({ ...holdView(hold), title, authors })),
  };
}
