'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Called, Problem } from './call-api';

export type FormState = { readonly busy: boolean; readonly done: boolean; readonly problem: Problem | null | 'network' };
type Fields = Record<string, string>;

/**
 * Sends a form through the API and keeps what was typed. Afterwards the first wrong field has the focus, or the notice
 * that says what is wrong. `errorOf(name)` is the code of a field's problem.
 */
export function useForm<T>(send: (fields: Fields, form: HTMLFormElement) => Promise<Called<T>>, onDone: (value: T, form: HTMLFormElement, fields: Fields) => void | Promise<void> = () => undefined) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<FormState>({ busy: false, done: false, problem: null });

  useEffect(() => {
    if (state.problem === null) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.current?.querySelector<HTMLElement>('[data-problem]');
    wrong?.focus();
  }, [state]);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (state.busy) return;
    const element = event.currentTarget;
    setState({ busy: true, done: false, problem: null });
    const fields = Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)]));
    const called = await send(fields, element);
    if (!called.ok) return setState({ busy: false, done: false, problem: called.problem ?? 'network' });
    await onDone(called.value, element, fields);
    setState({ busy: false, done: true, problem: null });
  }

  const errors = state.problem !== null && state.problem !== 'network' ? (state.problem.errors ?? []) : [];
  return { ...state, form, onSubmit, errorOf: (name: string) => errors.find((error) => error.path === name)?.message };
}
