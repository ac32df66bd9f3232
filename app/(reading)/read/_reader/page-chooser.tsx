import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';

const settlesAfterMs = 200;

/** Goes to the page when the thumb has come to rest, so that sliding through a book does not load all of it. */
export function PageSlider({ page, pages, onPage }: { readonly page: number; readonly pages: number; readonly onPage: (page: number) => void }) {
  const t = useTranslations('reader');
  const [draft, setDraft] = useState<number | null>(null);
  const settle = useEffectEvent((chosen: number) => {
    setDraft(null);
    onPage(chosen);
  });

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => settle(draft), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [draft]);

  return (
    <input
      type="range"
      className="reader-slider"
      min={1}
      max={pages}
      value={draft ?? page}
      onChange={(event) => setDraft(Number(event.target.value))}
      aria-label={t('page')}
      aria-valuetext={t('pageOf', { page: draft ?? page, pages })}
    />
  );
}

/** The page's number, to read and to write over. */
export function PageNumber({ page, pages, onPage }: { readonly page: number; readonly pages: number; readonly onPage: (page: number) => void }) {
  const t = useTranslations('reader');
  const [text, setText] = useState(String(page));
  const go = () => {
    const wanted = Number.parseInt(text, 10);
    if (Number.isNaN(wanted)) return setText(String(page));
    const chosen = Math.min(pages, Math.max(1, wanted));
    setText(String(chosen));
    if (chosen !== page) onPage(chosen);
  };
  return (
    <form
      className="reader-number"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input inputMode="numeric" enterKeyHint="go" value={text} onChange={(event) => setText(event.target.value.replace(/\D/g, ''))} onFocus={(event) => event.target.select()} onBlur={go} aria-label={t('pageNumber')} size={4} />
      <span>{t('ofPages', { pages })}</span>
    </form>
  );
}
