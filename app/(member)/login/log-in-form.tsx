'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { postForm } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { PasswordField } from '../_components/password-field';

type Props = { readonly next: string; readonly typed: string; readonly refused: { title: string; detail: string } | null; readonly demoEmails: readonly string[] | null };

/** Works as a plain form too: then the same address sends the browser on, or back here with what was typed. */
export function LogInForm({ next, typed, refused, demoEmails }: Props) {
  const t = useTranslations('account.logIn');
  const { form, busy, done, problem, onSubmit } = useForm(
    (fields) => postForm(action, fields),
    // a whole new page, so that nothing of the unknown visitor's stays
    () => window.location.assign(next),
  );
  return (
    <form ref={form} method="post" action={action} onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} />
      {refused !== null && problem === null && !busy && (
        <Notice kind="problem" title={refused.title} live>
          {refused.detail}
        </Notice>
      )}
      <input type="hidden" name="callbackUrl" value={next} />
      <TextField name="identifier" label={t('identifier')} defaultValue={typed} autoComplete="username" autoCapitalize="none" autoCorrect="off" spellCheck={false} required maxLength={300} />
      <PasswordField name="password" label={t('password')} autoComplete="current-password" required maxLength={1000} />
      <Button type="submit" look="main" className="w-full" aria-busy={busy || done}>
        {t('submit')}
      </Button>
      <p>
        <Link href="/forgot" prefetch={false} className="tap inline-flex items-center font-semibold text-leaf underline underline-offset-4">
          {t('forgot')}
        </Link>
      </p>
      {demoEmails !== null && <DemoAccounts emails={demoEmails} onUse={(email) => fillIn(form.current, email)} />}
    </form>
  );
}

const action = '/api/auth/callback/credentials';
const demoPassword = 'pinjam-demo';

function DemoAccounts({ emails, onUse }: { emails: readonly string[]; onUse: (email: string) => void }) {
  const t = useTranslations('account.logIn');
  return (
    <Notice title={t('demoTitle')}>
      <p>{t.rich('demoText', { password: () => <b className="whitespace-nowrap">{demoPassword}</b> })}</p>
      <ul className="mt-2 divide-y divide-line">
        {emails.map((email) => (
          <li key={email} className="flex items-center justify-between gap-x-2 py-1">
            <span className="min-w-0">
              <span className="block text-sm text-ink-soft">{t(`roles.${roleOf(email)}`)}</span>
              <span className="[overflow-wrap:anywhere]">
                {email.slice(0, email.indexOf('@') + 1)}
                <wbr />
                {email.slice(email.indexOf('@') + 1)}
              </span>
            </span>
            <Button look="quiet" className="px-2 whitespace-nowrap" onClick={() => onUse(email)} aria-label={t('demoUseLabel', { email })}>
              {t('demoUse')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function roleOf(email: string): 'member' | 'librarian' | 'admin' {
  if (email.startsWith('admin')) return 'admin';
  return email.startsWith('pustakawan') ? 'librarian' : 'member';
}

function fillIn(form: HTMLFormElement | null, email: string): void {
  if (form === null) return;
  const { identifier, password } = form.elements as HTMLFormControlsCollection & { identifier?: HTMLInputElement; password?: HTMLInputElement };
  if (identifier !== undefined) identifier.value = email;
  if (password !== undefined) password.value = demoPassword;
  form.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
}
