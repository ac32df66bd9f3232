import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { refusalOfError } from '@/lib/http/errors';
import { coverUrl } from '@/lib/http/views/lending';
import { visitor } from '@/lib/http/visitor';
import { formatBytes, formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { seeTitle, type SeenTitle } from '@/lib/operations/catalogue/see-title';
import { AvailabilityLine } from '@/app/_components/availability-line';
import { Cover } from '@/app/_components/cover';
import { orAway } from '@/app/_components/or-away';
import { RefusedBefore } from '@/app/_components/refused-before';
import { languageName } from '../../_components/language-name';
import { FittingAction } from './fitting-action';
import { Similar } from './similar';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ refused?: string }> };

const see = cache(async (id: string): Promise<SeenTitle | null> => {
  if (!z.uuid().safeParse(id).success) return null;
  const seen = await seeTitle(id, await visitor());
  return seen.ok ? seen.value : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await see((await params).id).catch(namelessWhileAway);
  if (title === null) return {};
  return { title: title.title, description: title.description?.slice(0, 200) ?? title.authors.join(', ') };
}

/** That the library is away is said by the page. */
function namelessWhileAway(error: unknown): null {
  if (refusalOfError(error) === null) throw error;
  return null;
}

export default orAway(TitlePage);

async function TitlePage({ params, searchParams }: Props) {
  const { id } = await params;
  const title = await see(id);
  if (title === null) notFound();
  const t = await getTranslations('title');
  const caller = await visitor();
  const { lending } = title;
  return (
    <article className="grid gap-x-10 gap-y-6 pb-24 md:grid-cols-[16rem_1fr] md:pb-0">
      <Cover of={{ ...title, coverUrl: coverUrl(title.coverHash) }} eager className="mx-auto w-40 self-start sm:w-48 md:sticky md:top-6 md:w-full" />
      <div className="min-w-0">
        <h1 className="text-2xl font-extrabold sm:text-3xl">{title.title}</h1>
        {title.subtitle !== null && <p className="mt-1 text-lg">{title.subtitle}</p>}
        {title.authors.length > 0 && (
          <p className="mt-2 flex flex-wrap gap-x-1 text-ink-soft">
            {title.authors.map((author, place) => (
              <Link key={author} href={`/?q=${encodeURIComponent(author)}`} prefetch={false} className="hover-underline tap-text">
                {place < title.authors.length - 1 ? `${author},` : author}
              </Link>
            ))}
          </p>
        )}
        <AvailabilityLine of={{ copyCount: lending.copies.total, availableCount: lending.copies.available, waitingCount: lending.waitingCount, simultaneousUse: lending.copies.simultaneousUse, myDueAt: lending.loan?.dueAt ?? null, isMyTurn: lending.action.kind === 'take-offer' }} now={lending.now} className="mt-4 font-semibold" />
        <RefusedBefore code={(await searchParams).refused} />
        <FittingAction title={title} isLoggedIn={caller !== null} />
        {title.description !== null && <p className="mt-6 max-w-prose whitespace-pre-line">{title.description}</p>}
        {title.subjects.length > 0 && (
          <ul className="mt-6 flex flex-wrap gap-2" aria-label={t('subjects')}>
            {title.subjects.map((subject) => (
              <li key={subject}>
                <Link href={`/?subject=${encodeURIComponent(subject)}`} prefetch={false} className="tap inline-flex items-center rounded-full border border-line px-4 text-sm font-semibold hover:bg-sunk">
                  {subject}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {isOutOfReach(lending.action.kind) && <Similar titleId={id} memberId={caller?.memberId ?? null} />}
        <Facts title={title} />
      </div>
    </article>
  );
}

/** Every "no" offers the next best thing. */
function isOutOfReach(kind: SeenTitle['lending']['action']['kind']): boolean {
  return kind === 'join-queue' || kind === 'in-queue' || kind === 'unavailable';
}

async function Facts({ title }: { title: SeenTitle }) {
  const t = await getTranslations('title');
  const locale = chooseLocale(await getLocale(), null);
  const facts = [
    [t('publisher'), title.publisher],
    [t('year'), title.year === null ? null : String(title.year)],
    [t('language'), languageName(title.language, locale)],
    [t('pages'), title.pages === null ? null : formatNumber(title.pages, locale)],
    [t('format'), title.format === null ? null : `${title.format.toUpperCase()}${title.sizeBytes === null ? '' : `, ${formatBytes(title.sizeBytes, locale)}`}`],
    ['ISBN', title.isbn],
  ].filter((fact): fact is [string, string] => fact[1] !== null);
  return (
    <dl className="mt-8 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2 border-t border-line pt-6">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
