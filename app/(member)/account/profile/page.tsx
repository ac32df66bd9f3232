import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireCaller } from '@/lib/http/session';
import { profileView } from '@/lib/http/views/member';
import { readProfile } from '@/lib/operations/members/read-profile';
import { orAway } from '@/app/_components/or-away';
import { AccountPage } from '../account-page';
import { ProfileForm } from './profile-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.profile'))('title') };
}

export default orAway(ProfilePage);

async function ProfilePage() {
  const caller = await requireCaller('member', '/account/profile');
  const profile = await readProfile(caller.memberId);
  if (!profile.ok) notFound();
  const { name, email, phone, birthDate, gender, guardianName, guardianPhone, locale, channels } = profileView(profile.value);
  return (
    <AccountPage title={(await getTranslations('account.profile'))('title')}>
      <ProfileForm person={{ name, email, phone, birthDate, gender, guardianName, guardianPhone }} locale={locale} emailNotices={channels.email} />
    </AccountPage>
  );
}
