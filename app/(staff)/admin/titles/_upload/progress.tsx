'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { useFormats } from '@/app/_components/use-formats';
import { useTimeLeft } from './use-pace';
import type { UploadState } from './use-upload';

/** How far a file is, in numbers; the bar only shows what the words say. */
export function Progress({ state, onCancel }: { state: Extract<UploadState, { kind: 'sending' | 'inspecting' }>; onCancel: () => void }) {
  const t = useTranslations('collection.upload');
  const formats = useFormats();
  const total = state.file.size;
  const sent = state.kind === 'sending' ? Math.min(state.sentBytes, total) : total;
  const left = useTimeLeft(sent, total);
  const percent = Math.floor((sent / total) * 100);
  return (
    <section aria-label={t('progress')} className="rounded border border-line bg-card p-4">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 font-bold break-all">{state.file.name}</p>
        <Button onClick={onCancel} look="quiet" className="-mt-2 -mr-2 shrink-0">
          {t('cancel')}
        </Button>
      </div>
      <progress value={sent} max={total} aria-label={state.file.name} className="mt-2 block h-2.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunk [&::-moz-progress-bar]:bg-leaf [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-leaf" />
      <p className="mt-2 flex flex-wrap gap-x-3 text-sm tabular-nums">
        <span className="font-semibold">{t('amount', { sent: formats.bytes(sent), total: formats.bytes(total), percent })}</span>
        {state.kind === 'sending' && !state.waiting && left !== null && <span className="text-ink-soft">{t('timeLeft', { time: formats.timeLeft(left) })}</span>}
      </p>
      <p role="status" className="mt-1 text-sm text-ink-soft">
        {state.kind === 'inspecting' ? t('inspecting') : state.waiting ? t('waiting') : t('mayLeave')}
      </p>
    </section>
  );
}
