import type { ReactNode } from 'react';

/** A page that is one form: narrow, quiet, its title first. */
export function FormPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-md">
      <h1 className={`text-2xl font-bold ${lead === undefined ? 'mb-4' : 'mb-2'}`}>{title}</h1>
      {lead !== undefined && <p className="mb-4 text-ink-soft">{lead}</p>}
      {children}
    </div>
  );
}
