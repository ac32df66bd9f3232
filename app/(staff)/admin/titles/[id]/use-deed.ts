'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Called, Problem } from '@/app/_components/call-api';

/** One deed on a title: busy, then done with the page fresh, or a problem with everything still typed. */
export function useDeed() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<{ said: Problem | null } | null>(null);

  async function run(call: () => Promise<Called<unknown>>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setDone(false);
    setProblem(null);
    const called = await call();
    setBusy(false);
    setDone(called.ok);
    if (!called.ok) setProblem({ said: called.problem });
    if (called.ok) router.refresh();
    return called.ok;
  }

  return { busy, done, problem, run };
}
