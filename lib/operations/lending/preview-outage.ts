import { databaseNow } from '@/lib/adapters/postgres/clock';
import { loansEndedIn, type EndedLoan } from '@/lib/adapters/postgres/declared-outages';
import { previewOfOutage, type OutagePreview } from '@/lib/adapters/postgres/outage-list';
import { outageToDeclare } from '@/lib/domain/lending/declared-outage';
import { granted, type Outcome } from '@/lib/domain/outcome';
import type { Span } from '@/lib/domain/time';
import { namingMoment } from './naming-moment';

export type PreviewedOutage = OutagePreview & Span & { readonly ended: readonly EndedLoan[] };

const listedAtMost = 100;

/** What declaring an outage would give, before anything is given, and the first of the loans that ended in it. Names only as long as rule 12 lets staff see them. */
export async function previewOutage(span: Span): Promise<Outcome<PreviewedOutage>> {
  const outage = outageToDeclare(span, await databaseNow());
  if (!outage.ok) return outage;
  const [counts, ended, { namedSince }] = await Promise.all([previewOfOutage(span), loansEndedIn(span, { limit: listedAtMost }), namingMoment()]);
  return granted({ ...span, ...counts, ended: ended.map((loan) => (loan.endedAt < namedSince ? { ...loan, memberId: null, memberName: null, memberNumber: null } : loan)) });
}
