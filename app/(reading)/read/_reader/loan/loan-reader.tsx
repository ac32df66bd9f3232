'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { withinPages, type Position, type Reading } from '@/lib/domain/reading/position';
import { resume } from '@/lib/domain/reading/resume';
import type { ReadingAnswer } from '@/lib/http/schemas/reading';
import type { Closed } from '../book/source';
import { Reader, type ReaderProps } from '../reader';
import { jumpTo } from '../views/view-props';
import { BlankBook } from './blank-book';
import { ClosedBook } from './closed-book';
import { EndingSoon } from './ending-soon';
import { deviceId, readPlace } from './local-places';
import { TimeLeft } from './time-left';
import { useLibraryClock, useLoanEnd } from './use-loan-end';
import { usePlace } from './use-place';

type LoanReaderProps = {
  readonly loan: { readonly id: string; readonly titleId: string; readonly title: string; readonly dueAt: string; readonly memberId: string; readonly now: string };
  readonly content: ReaderProps['content'];
  readonly places: ReadingAnswer['devices'];
};

/** A lent book, open: starts where it was left, keeps the place, and closes when the loan ends. */
export function LoanReader(props: LoanReaderProps) {
  // Where this device stopped is known only to it: the server sends the blank page of the right size.
  const isOnDevice = useSyncExternalStore(noChange, () => true, () => false);
  return isOnDevice ? <OnDevice {...props} /> : <BlankBook title={props.loan.title} content={props.content} />;
}

function OnDevice({ loan, content, places }: LoanReaderProps) {
  const t = useTranslations('reader');
  const clock = useLibraryClock(loan.now);
  const [dueAt, setDueAt] = useState(() => new Date(loan.dueAt));
  const { phase, leftMs } = useLoanEnd(dueAt, clock.now);
  const [closed, setClosed] = useState<Closed | null>(null);
  const [start] = useState(() => resume(places.map(readingOf), deviceId(), readPlace(loan.memberId, loan.titleId)));
  const [jump, setJump] = useState(() => jumpTo(withinPages(start.position, content.pages)));
  const [offer, setOffer] = useState(start.offer);
  const [isTold, setTold] = useState(start.from !== 'elsewhere');
  const [page, setPage] = useState(jump.to.page);
  const { open, keep, sendAll } = usePlace(loan.memberId, loan.titleId, clock.now);

  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current) return;
    isOpened.current = true;
    open(jump.to, start.savedAt);
  }, [open, jump, start]);

  const isEnded = phase === 'ended';
  useEffect(() => {
    if (isEnded || closed !== null) sendAll();
  }, [isEnded, closed, sendAll]);

  const onPosition = (position: Position) => {
    setPage(position.page);
    setTold(true);
    keep(position);
  };
  const takeOffer = (position: Position) => {
    const to = withinPages(position, content.pages);
    setOffer(null);
    setJump(jumpTo(to));
    onPosition(to);
  };
  const onDueAt = useCallback((learnt: Date) => setDueAt((known) => (known.getTime() === learnt.getTime() ? known : learnt)), []);

  const end: Closed | null = closed ?? (isEnded ? { reason: 'loan-ended', endedAt: dueAt.toISOString(), endedBy: 'expired' } : null);
  if (end !== null) return <ClosedBook closed={end} loanId={loan.id} titleId={loan.titleId} title={loan.title} page={page} />;
  return (
    <Reader
      loan={{ title: loan.title, contentCall: `/api/loans/${loan.id}/content`, backHref: '/shelf' }}
      content={content}
      jump={jump}
      onPosition={onPosition}
      onClosed={setClosed}
      onNow={clock.set}
      note={<TimeLeft leftMs={leftMs} />}
      notice={
        <>
          {phase === 'ending-soon' && <EndingSoon loanId={loan.id} minutesLeft={Math.floor(leftMs / 60_000)} onDueAt={onDueAt} />}
          {offer !== null && (
            <div className="reader-notice" role="status">
              <p>{t('otherDevice', { device: offer.deviceName ?? t('anotherDevice'), page: offer.position.page })}</p>
              <button type="button" className="reader-action" onClick={() => takeOffer(offer.position)}>{t('goToPage', { page: offer.position.page })}</button>
              <button type="button" className="reader-action reader-action-quiet" onClick={() => setOffer(null)}>{t('stayHere')}</button>
            </div>
          )}
          {!isTold && (
            <div className="reader-notice" role="status">
              <p>{t('goesOn', { page: jump.to.page })}</p>
              <button type="button" className="reader-action reader-action-quiet" onClick={() => setTold(true)}>{t('understood')}</button>
            </div>
          )}
        </>
      }
    />
  );
}

const noChange = () => () => undefined;

function readingOf({ position, savedAt, device }: ReadingAnswer['devices'][number]): Reading {
  return { deviceId: device.id, deviceName: device.name, position, savedAt: new Date(savedAt) };
}
