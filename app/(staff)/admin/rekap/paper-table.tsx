import type { ReactNode } from 'react';

/** A table for paper: every row shown, numbers to the right, its head again on each sheet. On a phone it scrolls in its own box. */
export function PaperTable({ caption, head, rows, foot }: { caption: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[]; foot?: readonly ReactNode[] }) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className="w-full border-collapse text-sm tabular-nums [&_td]:border-t [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_td:not(:first-child)]:text-right [&_th]:px-2 [&_th]:py-1 [&_th:not(:first-child)]:text-right print:[&_td]:py-0 print:[&_td]:text-[9pt]">
        <caption className="mb-1 text-left text-base font-bold">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col" className="text-left align-bottom font-semibold text-ink-soft">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="break-inside-avoid">
              {row.map((cell, column) => (
                <td key={column} className={column === 0 ? 'min-w-36' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr className="font-bold">
              {foot.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
