import type { StaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { coverUrl } from './lending';

/** A title as its librarians' calls answer it; no member's name is in it. */
export function staffTitleView(title: StaffTitle) {
  const { id, subtitle, authors, isbn, publisher, year, language, subjects, description, coverHash, format, pages, sizeBytes, publishedAt, withdrawnAt, withdrawnReason, createdAt, updatedAt } = title;
  return {
    id, title: title.title, subtitle, authors, isbn, publisher, year, language, subjects, description, coverUrl: coverUrl(coverHash), format, pages, sizeBytes,
    copies: { total: title.copyCount, available: title.availableCount, onLoan: title.loanCount, setAside: title.offerCount, retiring: title.retiringCount, simultaneousUse: title.simultaneousUse },
    holds: { total: title.waitingCount },
    publishedAt, withdrawnAt, withdrawnReason, createdAt, updatedAt,
  };
}
