import { figuresByDay, type DayFigures, type DaySpan } from '@/lib/adapters/postgres/statistics/days';

/** Fewer loans are counted again in a moment; more take as long as a librarian notices. */
const manyLoansADay = 500;
const remembered = new Map<string, DayFigures>();

/**
 * Figures by day up to today. Of a busy library the days before yesterday are counted once by each process: they do not
 * change any more, and a hundred thousand loans are not counted again each time somebody looks.
 */
export async function figuresOfDays(span: DaySpan): Promise<readonly DayFigures[]> {
  const known = knownFrom(span.from);
  const from = known.length === 0 ? span.from : dayAfter(known.at(-1)?.day ?? span.from);
  const fresh = await figuresByDay({ ...span, from });
  remembered.clear();
  const all = [...known, ...fresh];
  for (const day of all.slice(0, -2)) if (day.borrows >= manyLoansADay) remembered.set(day.day, day);
  return all;
}

function knownFrom(first: string): DayFigures[] {
  const known: DayFigures[] = [];
  for (let day = remembered.get(first); day !== undefined; day = remembered.get(dayAfter(day.day))) known.push(day);
  return known;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
