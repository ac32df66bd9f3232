import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { environment } from '@/lib/config/environment';
import { isBlocked } from '@/lib/domain/lending/standing';
import { libraryDayOf } from '@/lib/domain/library-time';
import { maySetRight } from '@/lib/domain/members/desk';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { requireCaller } from '@/lib/http/session';
import { profileView } from '@/lib/http/views/member';
import { readMember } from '@/lib/operations/members/read-member';
import { Icon } from '@/app/_components/icon';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { Actions } from '../_detail/actions';
import { LendingTables } from '../_detail/lending-tables';
import { ProfileFacts } from '../_detail/profile-facts';
import { Terms } from '../_detail/terms';
import { StandingBadge } from '../standing-badge';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.desk'))('title') };
}

type Asked = { readonly params: Promise<{ id: string }>; readonly searchParams: Promise<{ new?: string }> };

export default orAway(MemberPage);

async function MemberPage({ params, searchParams }: Asked) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const caller = await requireCaller('librarian', `/admin/members/${id.data}`);
  const found = await readMember(id.data);
  if (!found.ok) notFound();
  const member = found.value;
  const { profile, now } = member;
  const t = await getTranslations('account.desk');
  const { birthDate } = profileView(profile);
  return (
    <>
      <Link href="/admin/members" prefetch={false} className="tap -ml-2 mb-2 inline-flex items-center gap-1 rounded px-2 font-semibold text-leaf hover:bg-leaf-soft">
        <Icon name="left" className="size-5" />
        {t('backToList')}
      </Link>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-2xl font-bold">{profile.name}</h1>
        <span className="text-lg tabular-nums">{readableMemberNumber(profile.memberNumber)}</span>
        <StandingBadge of={profile} now={now} />
      </div>
      {(await searchParams).new !== undefined && (
        <Notice kind="done" className="mb-4" title={t('registeredTitle', { name: profile.name })}>
          {t('registeredText', { number: readableMemberNumber(profile.memberNumber) })}
        </Notice>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-8">
          <ProfileFacts profile={profile} now={now} />
          <Terms member={member} />
          <LendingTables member={member} />
        </div>
        <Actions
          member={{
            ...profile,
            birthDate,
            validUntil: profile.validUntil === null ? '' : libraryDayOf(profile.validUntil, environment().TIME_ZONE),
            emailVerified: profile.emailVerifiedAt !== null,
            phoneVerified: profile.phoneVerifiedAt !== null,
            blocked: isBlocked(profile, now),
          }}
          may={{ change: maySetRight({ memberId: caller.memberId, role: caller.role }, profile), setRole: caller.role === 'admin', block: caller.memberId !== profile.id }}
        />
      </div>
    </>
  );
}
