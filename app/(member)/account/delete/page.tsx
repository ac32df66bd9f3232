import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { orAway } from '@/app/_components/or-away';
import { AccountPage } from '../account-page';
import { DeleteForm } from './delete-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.delete'))('title') };
}

export default orAway(DeletePage);

async function DeletePage() {
  const caller = await requireCaller('member', '/account/delete');
  const t = await getTranslations('account.delete');
  return (
    <AccountPage title={t('title')} lead={t('text')}>
      <ul className="mb-4 list-disc space-y-1 pl-5">
        {(['loans', 'reading', 'profile'] as const).map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ul>
      <p className="mb-4 font-semibold">{t('cannotUndo')}</p>
      <DeleteForm memberNumber={caller.memberNumber} />
    </AccountPage>
  );
}
