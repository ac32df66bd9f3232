import { shelfGlance, type GlanceRow } from '@/lib/adapters/postgres/shelf-glance';

export type ShelfGlance = { readonly now: Date; readonly offers: readonly GlanceRow[]; readonly loans: readonly GlanceRow[]; readonly waitingCount: number };

const shownAtMost = 50;

/** The shelf beside the catalogue: turns and running loans by what ends first, and how many queues; null when nothing is on it. */
export async function glanceAtShelf(memberId: string): Promise<ShelfGlance | null> {
  const rows = await shelfGlance(memberId, shownAtMost);
  if (rows[0] === undefined) return null;
  const of = (kind: GlanceRow['kind']) => rows.filter((row) => row.kind === kind);
  return { now: rows[0].now, offers: of('offer'), loans: of('loan'), waitingCount: of('waiting').length };
}
