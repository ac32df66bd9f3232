'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, type FormEvent } from 'react';
import { isTheme, themeCookieLine, themes, type Theme } from '@/lib/http/schemas/theme';
import { Icon, type IconName } from './icon';

const icons = { light: 'sun', dark: 'moon', system: 'device' } as const satisfies Record<Theme, IconName>;

/** Light, dark, or as the device has it. With JavaScript the page changes where it stands and loses nothing that was typed; without, it is a form. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useTranslations('common.theme');
  const router = useRouter();
  const query = useSearchParams().toString();
  const back = `${usePathname()}${query === '' ? '' : `?${query}`}`;
  const panel = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const onPress = (event: Event) => {
      if (panel.current?.open === true && !panel.current.contains(event.target as Node)) panel.current.open = false;
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);

  function close(): void {
    if (panel.current === null) return;
    panel.current.open = false;
    panel.current.querySelector('summary')?.focus();
  }

  function onSubmit(event: FormEvent): void {
    const chosen = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value');
    if (!isTheme(chosen)) return;
    event.preventDefault();
    document.cookie = themeCookieLine(chosen);
    document.documentElement.dataset['theme'] = chosen;
    close();
    router.refresh();
  }

  return (
    <details ref={panel} className="sm:relative" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <summary className="tap inline-flex list-none items-center justify-center rounded px-2 text-ink-soft hover:bg-sunk hover:text-ink [&::-webkit-details-marker]:hidden" title={t('label')}>
        <Icon name={icons[theme]} className="size-5" label={`${t('label')}: ${t(theme)}`} />
      </summary>
      <form method="post" action="/theme" onSubmit={onSubmit} className="absolute right-4 z-50 mt-1 w-56 sm:right-0 rounded border border-line bg-card p-1 shadow-lg">
        <input type="hidden" name="back" value={back} />
        {themes.map((each) => (
          <button key={each} name="theme" value={each} aria-pressed={each === theme} className="tap flex w-full items-center gap-3 rounded px-3 text-left font-semibold hover:bg-sunk aria-pressed:text-leaf">
            <Icon name={icons[each]} className="size-5" />
            <span className="flex-1">{t(each)}</span>
            {each === theme && <Icon name="check" className="size-5" />}
          </button>
        ))}
      </form>
    </details>
  );
}
