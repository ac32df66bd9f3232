'use client';

import { useState, type ReactNode } from 'react';
import { normalMemberNumber, readableMemberNumber } from '@/lib/domain/members/identifier';
import { Button } from './button';
import { callApi, type Called } from './call-api';
import { TextField } from './field';
import { FormProblem } from './form-problem';
import { useForm } from './use-form';

type Words = { readonly confirm: string; readonly wrong: string; readonly submit: string };

/** The one act that cannot be undone: the member's number is written by hand. */
export function EraseAccount({ address, memberNumber, whereTo, words, children }: { address: string; memberNumber: string; whereTo: string; words: Words; children?: ReactNode }) {
  const [wrong, setWrong] = useState(false);
  const { form, busy, done, problem, onSubmit } = useForm(
    async ({ confirmation = '' }): Promise<Called<unknown>> => {
      const isWrong = normalMemberNumber(confirmation) !== memberNumber;
      setWrong(isWrong);
      return isWrong ? { ok: true, value: 'wrong' } : callApi('DELETE', address);
    },
    (value) => {
      if (value !== 'wrong') window.location.assign(whereTo);
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4" autoComplete="off">
      <FormProblem problem={problem} />
      {children}
      <TextField name="confirmation" label={words.confirm} hint={readableMemberNumber(memberNumber)} error={wrong ? words.wrong : undefined} autoComplete="off" autoCapitalize="characters" required maxLength={40} />
      <Button type="submit" look="loss" className="w-full" aria-busy={busy || (done && !wrong)}>
        {words.submit}
      </Button>
    </form>
  );
}
