import type { ReactNode } from 'react';

/** Dense table for staff: the head sticks, wide ones scroll sideways inside their own box (reachable by keyboard). */
export function Table({ caption, head, children, className = '' }: { caption: string; head: readonly ReactNode[]; children: ReactNode; className?: string }) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className={`max-h-[75dvh] overflow-auto rounded border border-line bg-card ${className}`}>
      <table className="w-full border-collapse text-left text-sm tabular-nums [&_td]:border-t [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_tbody_tr:hover]:bg-sunk">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-sunk">
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" className="px-3 py-2 font-semibold whitespace-nowrap text-ink-soft">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
