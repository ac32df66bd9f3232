import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { newest } from '@/lib/domain/reading/resume';
import { requireCaller } from '@/lib/http/session';
import { placeView } from '@/lib/http/views/reading';
import { openBook } from '@/lib/operations/reading/open-book';
import { orAway } from '@/app/_components/or-away';
import { SiteFrame } from '@/app/_components/site-frame';
import { ClosedBook } from '../_reader/loan/closed-book';
import { LoanReader } from '../_reader/loan/loan-reader';

type Params = { readonly params: Promise<{ readonly loanId: string }> };

// What somebody reads stays out of the tab's name and the browser's history.
export const metadata: Metadata = { robots: { index: false } };

export default orAway(ReadPage, SiteFrame);

async function ReadPage({ params }: Params) {
  const { loanId } = await params;
  const caller = await requireCaller('member', `/read/${loanId}`);
  if (!z.uuid().safeParse(loanId).success) notFound();
  const opened = await openBook({ memberId: caller.memberId, loanId });
  if (!opened.ok) notFound();

  const { book, readings, ended } = opened.value;
  const about = { loanId, titleId: book.titleId, title: book.title, page: newest(readings)?.position.page ?? null };
  if (ended !== null) return <ClosedBook {...about} closed={{ reason: 'loan-ended', endedAt: ended.endedAt.toISOString(), endedBy: ended.endedBy }} />;
  if (book.content === null) return <ClosedBook {...about} closed={{ reason: 'missing' }} />;

  const { pages, pageWidth, pageHeight } = book.content;
  return (
    <LoanReader
      loan={{ id: loanId, titleId: book.titleId, title: book.title, dueAt: book.dueAt.toISOString(), memberId: caller.memberId, now: book.now.toISOString() }}
      content={{ pages, pageWidth, pageHeight }}
      places={readings.map(placeView)}
    />
  );
}
