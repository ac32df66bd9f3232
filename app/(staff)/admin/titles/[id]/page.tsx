import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { LinkButton } from '@/app/_components/button';
import { Icon } from '@/app/_components/icon';
import { Notice } from '@/app/_components/notice';
import { requireCaller } from '@/lib/http/session';
import { readStaffTitle, type StaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { readTitleTerms } from '@/lib/operations/policy/read-title-terms';
import { AddLicence } from '../_licences/add-licence';
import { Licences } from '../_licences/licences';
import { orAway } from '@/app/_components/or-away';
import { formOf } from '../_title/title-form';
import { CopiesForm } from './copies-form';
import { EditForm } from './edit-form';
import { LookInto } from './look-into';
import { Queue } from './queue';
import { ReplaceFile } from './replace-file';
import { TitleHead } from './title-head';
import { TermsForm } from './terms-form';
import { TermsTable } from './terms-table';
import { UndoWithdrawal } from './undo-withdrawal';
import { WithdrawForm } from './withdraw-form';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.edit'))('title') };
}

export default orAway(TitlePage);

async function TitlePage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireCaller('librarian', `/admin/titles/${encodeURIComponent(id)}`);
  const [title, terms] = z.uuid().safeParse(id).success ? await Promise.all([readStaffTitle(id), readTitleTerms(id)]) : [null, null];
  if (title === null || terms === null) notFound();
  const t = await getTranslations('collection.edit');
  const done = doneOf((await searchParams).done);
  const isWithdrawn = title.withdrawnAt !== null;
  return (
    <div className="mx-auto max-w-4xl">
      <LinkButton href="/admin/titles" look="quiet" className="-ml-4" prefetch={false}>
        <Icon name="left" className="size-5" />
        {t('back')}
      </LinkButton>
      {done !== null && (
        <Notice kind="done" live title={t(`done.${done}`)} className="mt-2" actions={title.publishedAt !== null && !isWithdrawn && <LinkButton href={`/titles/${title.id}`} prefetch={false}>{t('see')}</LinkButton>}>
          {done === 'published' && t('publishedText', { copies: title.copyCount })}
        </Notice>
      )}
      <TitleHead title={title} />
      <Part heading={t('details')}>
        <EditForm id={title.id} saved={formOf(title)} isDraft={title.publishedAt === null} />
      </Part>
      <Part heading={t('terms')}>
        <TermsForm id={title.id} own={terms.own} />
        <TermsTable applied={terms.applied} />
      </Part>
      {!isWithdrawn && (
        <Part heading={t('copies')}>
          <CopiesForm id={title.id} {...numbersOf(title)} />
        </Part>
      )}
      <Part heading={(await getTranslations('collection.licences'))('heading')}>
        <Licences titleId={title.id} canChange={!isWithdrawn} />
        {!isWithdrawn && <AddLicence id={title.id} waiting={title.waitingCount} />}
      </Part>
      {!isWithdrawn && (
        <Part heading={t('queue')}>
          <Queue titleId={title.id} />
        </Part>
      )}
      <Part heading={t('file')}>
        <ReplaceFile id={title.id} pages={title.pages} sizeBytes={title.sizeBytes} />
      </Part>
      {title.pages !== null && (
        <Part heading={(await getTranslations('collection.look'))('heading')}>
          <LookInto id={title.id} />
        </Part>
      )}
      <Part heading={t(isWithdrawn ? 'undoWithdrawal' : 'withdraw')}>
        {isWithdrawn ? <UndoWithdrawal id={title.id} /> : <WithdrawForm id={title.id} loans={title.loanCount} holds={title.waitingCount + title.offerCount} />}
      </Part>
    </div>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-6">
      <h2 className="mb-4 text-lg font-bold">{heading}</h2>
      {children}
    </section>
  );
}

/** The one more that simultaneous use always has is no copy that could be counted. */
function numbersOf({ copyCount, simultaneousUse, loanCount, offerCount, retiringCount, waitingCount }: StaffTitle) {
  return { copyCount: copyCount - (simultaneousUse ? 1 : 0), loanCount, offerCount, retiringCount, waitingCount };
}

function doneOf(text: string | string[] | undefined): 'published' | 'draft' | null {
  return text === 'published' || text === 'draft' ? text : null;
}
