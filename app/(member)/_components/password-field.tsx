'use client';

import { useTranslations } from 'next-intl';
import { useState, type ComponentProps } from 'react';
import { TextField } from '@/app/_components/field';

/** A password that can be looked at: on a telephone one types blind otherwise. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const t = useTranslations('account.password');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" autoCorrect="off" spellCheck={false} />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-pressed={shown}
        aria-label={shown ? t('hideLabel') : t('showLabel')}
        className="tap absolute -top-2 right-0 rounded px-2 text-sm font-semibold text-leaf hover:bg-leaf-soft"
      >
        {shown ? t('hide') : t('show')}
      </button>
    </div>
  );
}
