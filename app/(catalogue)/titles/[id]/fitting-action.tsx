import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDuration, formatInstant, formatMoment, formatWait } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { EstimatedWait } from '@/lib/domain/lending/wait';
import type { SeenTitle } from '@/lib/operations/catalogue/see-title';
import { Act } from '@/app/_components/act';
import { LinkButton } from '@/app/_components/button';
import { Icon } from '@/app/_components/icon';
import { Notice } from '@/app/_components/notice';

/** The one thing that fits the member's standing, in a bar at the thumb on a phone, with its reason and the next best thing. */
export function FittingAction({ title, isLoggedIn }: { title: SeenTitle; isLoggedIn: boolean }) {
  const { main, aside } = useAction(title, isLoggedIn);
  const t = useTranslations('title');
  return (
    <div className="mt-6">
      {aside !== null && <div className="mb-4">{aside}</div>}
      <div className="fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom)+1px)] z-30 flex gap-2 border-t border-line bg-paper p-3 md:static md:border-0 md:bg-transparent md:p-0">
        <div className="min-w-0 flex-1 md:flex-none">{main}</div>
        {isLoggedIn && (
          <Act act={title.saved ? 'unsave' : 'save'} id={title.id} className="h-full">
            <Icon name={title.saved ? 'bookmarkFilled' : 'bookmark'} className="size-5" label={title.saved ? t('unsave') : t('save')} />
            <span className="hidden md:inline" aria-hidden>
              {title.saved ? t('saved') : t('save')}
            </span>
          </Act>
        )}
      </div>
    </div>
  );
}

function useAction(title: SeenTitle, isLoggedIn: boolean): { main: ReactNode; aside: ReactNode } {
  const t = useTranslations('title');
  const locale = chooseLocale(useLocale(), null);
  const { lending } = title;
  const { action, now } = lending;
  const toLogIn = `/login?next=${encodeURIComponent(`/titles/${title.id}`)}`;
  const wait = (estimated: EstimatedWait | null) => (estimated === null ? t('waitUnknown') : formatWait(estimated.expectedMs, estimated.latestMs, locale));
  const wide = 'w-full md:w-auto md:min-w-64';
  const big = `${wide} min-h-12 text-lg`;

  switch (action.kind) {
    case 'read':
      return {
        main: <LinkButton href={`/read/${action.loanId}`} prefetch={false} look="main" className={big}>{t('read')}</LinkButton>,
        aside: <p>{t('dueAt', { at: formatInstant(action.dueAt, locale) })}</p>,
      };
    case 'take-offer':
      return {
        main: <Act act="borrow" id={title.id} look="turn" className={`${wide} flex-col gap-0`}><span className="text-lg leading-snug">{t('takeOffer')}</span> <span className="text-sm leading-snug text-balance">{t('takeOfferUntil', { until: formatMoment(action.readyUntil, now, locale) })}</span></Act>,
        aside: (
          <Notice kind="turn" title={t('yourTurn')} actions={<Act act="pass" id={action.holdId}>{t('pass')}</Act>}>
            {t('yourTurnText', { until: formatInstant(action.readyUntil, locale) })}
            {action.shortenedUntil !== null && ` ${t('shortened', { until: formatInstant(action.shortenedUntil, locale) })}`}
          </Notice>
        ),
      };
    case 'in-queue':
      if (lending.hold?.suspension != null)
        return {
          main: <Act act="resume" id={action.holdId} look="main" className={big}>{t('resume')}</Act>,
          aside: <Notice kind="info" title={t('suspended')}>{t(action.estimatedWait === null ? 'suspendedTextOnly' : 'suspendedText', { ahead: action.position - 1, wait: wait(action.estimatedWait) })}</Notice>,
        };
      return {
        main: <Act act="leave-queue" id={action.holdId} className={big}>{t('leaveQueue')}</Act>,
        aside: (
          <Notice kind="info" title={t('inQueue', { position: action.position })}>
            {t(action.estimatedWait === null ? 'inQueueTextOnly' : 'inQueueText', { wait: wait(action.estimatedWait), copies: lending.copies.total, ahead: action.position - 1 })}
          </Notice>
        ),
      };
    case 'borrow': {
      const { shortenedUntil } = action;
      const label = shortenedUntil === null ? t('borrow', { period: formatDuration(action.loanPeriodMs, locale) }) : t('borrowUntil', { until: formatMoment(shortenedUntil, now, locale) });
      return {
        main: isLoggedIn ? <Act act="borrow" id={title.id} look="main" className={big}>{label}</Act> : <LinkButton href={toLogIn} prefetch={false} look="main" className={big}>{label}</LinkButton>,
        aside: <p className="text-ink-soft">{shortenedUntil !== null && `${t('shortened', { until: formatInstant(shortenedUntil, locale) })} `}{t('returnsItself')}</p>,
      };
    }
    case 'join-queue': {
      const label = t('joinQueue', { position: action.position, wait: wait(action.estimatedWait) });
      return {
        main: isLoggedIn ? <Act act="queue" id={title.id} look="main" className={big}>{label}</Act> : <LinkButton href={toLogIn} prefetch={false} look="main" className={big}>{label}</LinkButton>,
        aside: <p className="text-ink-soft">{t('queueText', { copies: lending.copies.total, ahead: action.position - 1 })}</p>,
      };
    }
    case 'loan-limit':
      return { main: <LinkButton href="/shelf" look="main" className={big}>{t('toShelf')}</LinkButton>, aside: <Notice title={t('loanLimit', { limit: action.limit })}>{t('loanLimitText')}</Notice> };
    case 'hold-limit':
      return { main: <LinkButton href="/shelf" look="main" className={big}>{t('toShelf')}</LinkButton>, aside: <Notice title={t('holdLimit', { limit: action.limit })}>{t('holdLimitText')}</Notice> };
    case 'barred':
      return {
        main: <LinkButton href="/account" className={big}>{t('toAccount')}</LinkButton>,
        aside: <Notice kind="problem" title={t('barred')}>{action.blockedUntil === null ? t('barredText') : t('barredUntil', { until: formatInstant(action.blockedUntil, locale) })}</Notice>,
      };
    case 'unavailable':
      return { main: <LinkButton href="/" className={big}>{t('toCollection')}</LinkButton>, aside: <Notice title={t(`unavailable.${action.because}`)}>{t('unavailableText')}</Notice> };
    default:
      return action satisfies never;
  }
}
