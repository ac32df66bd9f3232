import Link from 'next/link';
import { AvailabilityLine, type Availability } from './availability-line';
import { Cover } from './cover';

export type GridTitle = Availability & { readonly id: string; readonly title: string; readonly authors: readonly string[]; readonly coverUrl: string | null };

const widths = { five: 'sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-5', beside: 'sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-5 xl:grid-cols-4', four: 'sm:grid-cols-4' } as const;

/** Covers side by side, each one link with title, author and availability line. `columns`: on a wide screen. */
export function TitleGrid({ titles, now, columns = 'five' }: { titles: readonly GridTitle[]; now: Date; columns?: keyof typeof widths }) {
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 ${widths[columns]}`}>
      {titles.map((title, place) => (
        <li key={title.id}>
          <Link href={`/titles/${title.id}`} prefetch={false} className="group block rounded-sm">
            <Cover of={title} eager={place < 4} className="transition-transform duration-150 ease-calm group-hover:-translate-y-0.5" />
            <span className="mt-3 line-clamp-2 leading-snug font-bold group-hover:underline">{title.title}</span>
            <span className="line-clamp-1 text-sm text-ink-soft">{title.authors.join(', ')}</span>
            <AvailabilityLine of={title} now={now} className="mt-1 text-sm" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
