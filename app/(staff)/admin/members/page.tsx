import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { decodeCursor, encodeCursor } from '@/lib/http/pagination';
import { memberSearchQuery } from '@/lib/http/schemas/admin-members';
import { requireCaller } from '@/lib/http/session';
import { formatDay } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { searchMembers } from '@/lib/operations/members/search-members';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { Icon } from '@/app/_components/icon';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { Pagination } from '@/app/_components/pagination';
import { Table } from '@/app/_components/table';
import { SearchForm } from './search-form';
import { StandingBadge } from './standing-badge';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.desk'))('title') };
}

const rowsAPage = 50;

export default orAway(MembersPage);

async function MembersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  await requireCaller('librarian', '/admin/members');
  const t = await getTranslations('account.desk');
  const locale = chooseLocale(await getLocale(), null);
  const asked = await searchParams;
  const parsed = memberSearchQuery.safeParse(asked);
  const { q, state, cursor } = parsed.success ? parsed.data : { q: '', state: undefined, cursor: undefined };
  const after = decodeCursor(cursor, z.object({ name: z.string(), id: z.uuid() }));
  const { items, next } = await searchMembers({ q, state: state ?? null }, { limit: rowsAPage, after: after.ok ? after.value : null });
  const hrefOf = (cursorNext?: string) => `/admin/members?${new URLSearchParams({ ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }), ...(cursorNext === undefined ? {} : { cursor: cursorNext }) })}`;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <LinkButton href="/admin/members/new" look="main" prefetch={false}>
          <Icon name="plus" className="size-5" />
          {t('register')}
        </LinkButton>
      </div>
      {asked['done'] === 'erased' && (
        <Notice kind="done" live className="mb-4">
          {t('erased')}
        </Notice>
      )}
      <SearchForm q={q} state={state ?? ''} />
      {items.length === 0 ? (
        <EmptyState title={t('none')} seed="anggota" action={<LinkButton href="/admin/members">{t('showAll')}</LinkButton>}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <Table caption={t('table')} head={(['name', 'number', 'contact', 'standing', 'loans', 'holds', 'since'] as const).map((column) => t(`columns.${column}`))}>
          {items.map((member) => (
            <tr key={member.id}>
              <td>
                <Link href={`/admin/members/${member.id}`} prefetch={false} className="tap-text font-semibold text-leaf underline underline-offset-4">
                  {member.name}
                </Link>
              </td>
              <td className="whitespace-nowrap">{readableMemberNumber(member.memberNumber)}</td>
              <td>{[member.email, member.phone].filter((each) => each !== null).map((each) => <span key={each} className="block">{each}</span>)}</td>
              <td>
                <StandingBadge of={member} now={member.now} />
              </td>
              <td>{member.loans}</td>
              <td>{member.holds}</td>
              <td className="whitespace-nowrap">{formatDay(member.createdAt, locale)}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pagination firstHref={cursor === undefined ? null : hrefOf()} nextHref={next === null ? null : hrefOf(encodeCursor(next))} />
    </>
  );
}
