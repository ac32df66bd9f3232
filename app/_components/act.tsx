'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react';
import { callOf, type ActName } from '@/lib/http/schemas/acts';
import { callApi, type Method, type Problem } from './call-api';
import { Button, LinkButton, type Look } from './button';
import { Notice } from './notice';

type Props = { act: ActName; id: string; look?: Look; children: ReactNode; className?: string; formClassName?: string; /** What else the form asks: `until`. */ fields?: ReactNode };

/**
 * One button that does one thing for a member. With JavaScript it calls the API, once however often it is pressed, and shows
 * the page anew; without, it is a form. A "no" says why and offers the next best thing.
 */
export function Act({ act, id, look, children, className = '', formClassName = '', fields }: Props) {
  const t = useTranslations('title');
  const router = useRouter();
  const back = useBack();
  const key = useRef<{ readonly of: string; readonly key: string } | null>(null);
  const [isCalling, setCalling] = useState(false);
  const [isShowing, startShowing] = useTransition();
  const [problem, setProblem] = useState<Problem | 'network' | null>(null);
  const busy = isCalling || isShowing;

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setCalling(true);
    setProblem(null);
    // the same key while no answer came: a repeated try is the same act
    const until = String(new FormData(event.currentTarget).get('until') ?? '');
    if (key.current?.of !== until) key.current = { of: until, key: crypto.randomUUID() };
    const [method, path, body] = callOf[act](id, until) as readonly [Method, string, object?];
    const called = await callApi(method, path, body, { 'idempotency-key': key.current.key });
    if (called.ok || called.problem !== null) key.current = null;
    setCalling(false);
    if (!called.ok && called.problem?.code === 'not-logged-in') return router.push(`/login?next=${encodeURIComponent(back)}`);
    if (!called.ok) setProblem(called.problem ?? 'network');
    startShowing(() => router.refresh());
  }

  return (
    <form method="post" action="/act" onSubmit={onSubmit} className={formClassName}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={back} />
      {problem !== null && <Refused problem={problem} />}
      {fields}
      <Button type="submit" look={look} className={className} aria-busy={busy} aria-disabled={busy}>
        {busy ? t('busy') : children}
      </Button>
    </form>
  );
}

function Refused({ problem }: { problem: Problem | 'network' }) {
  const t = useTranslations('title');
  const common = useTranslations('common');
  if (problem === 'network') return <Notice kind="problem" title={common('networkTitle')} live className="mb-3">{common('networkText')}</Notice>;
  const toShelf = problem.code === 'loan-limit-reached' || problem.code === 'hold-limit-reached';
  return (
    <Notice kind="problem" title={problem.title || common('errorTitle')} live className="mb-3" actions={toShelf ? <LinkButton href="/shelf">{t('toShelf')}</LinkButton> : undefined}>
      {problem.detail || common('errorText')}
    </Notice>
  );
}

function useBack(): string {
  const path = usePathname();
  const query = new URLSearchParams(useSearchParams());
  query.delete('refused');
  return query.size === 0 ? path : `${path}?${query}`;
}
