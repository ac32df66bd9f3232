import Link from 'next/link';
import { AvailabilityLine, type Availability } from './availability-line';
import { Cover } from './cover';

export type GridTitle = Availability & { readonly id: string; readonly title: string; readonly authors: readonly string[]; readonly coverUrl: string | null };

/** Covers side by side, each one link with title, author and availability line. */
export function TitleGrid({ titles, now }: { titles: readonly GridTitle[]; now: Date }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 md:grid-cols-4 lg:grid-cols-5">
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
