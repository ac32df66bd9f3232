import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { orAway } from '@/app/_components/or-away';
import { DeskRegisterForm } from './desk-register-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.desk'))('register') };
}

export default orAway(NewMemberPage);

async function NewMemberPage() {
  await requireCaller('librarian', '/admin/members/new');
  const t = await getTranslations('account.desk');
  return (
    <div className="max-w-xl">
      <h1 className="mb-2 text-2xl font-bold">{t('register')}</h1>
      <p className="mb-4 text-ink-soft">{t('registerLead')}</p>
      <DeskRegisterForm />
    </div>
  );
}
