import { useTranslations } from 'next-intl';
import { Badge, type BadgeKind } from '@/app/_components/badge';
import type { DatabaseLoan } from '@/lib/operations/lending/list-all-loans';

const kinds = { active: 'leaf', returned: 'neutral', expired: 'neutral', revoked: 'brick' } satisfies Record<DatabaseLoan['state'], BadgeKind>;

export function StateBadge({ state }: { state: DatabaseLoan['state'] }) {
  const t = useTranslations('staff.loans.states');
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}
