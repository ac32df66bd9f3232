import { maintenanceToShow, type Maintenance } from '@/lib/adapters/postgres/maintenance';

const freshForMs = 15_000;
let known: { readonly at: number; readonly shown: Promise<ShownMaintenance | null> } | undefined;

export type ShownMaintenance = Maintenance & { readonly isRunning: boolean };

/**
 * The maintenance to announce on every page now; null: none. Every page asks, so the answer is kept for some seconds. It
 * must never be what fails a page: while the database is away there is none to show.
 */
export async function readMaintenance(): Promise<ShownMaintenance | null> {
  if (known === undefined || Date.now() - known.at > freshForMs) known = { at: Date.now(), shown: read() };
  return known.shown;
}

/** After a change in this process, the next page asks again. */
export function forgetMaintenance(): void {
  known = undefined;
}

async function read(): Promise<ShownMaintenance | null> {
  try {
    const shown = await maintenanceToShow();
    if (shown === null) return null;
    const { now, ...maintenance } = shown;
    return { ...maintenance, isRunning: maintenance.from <= now };
  } catch {
    return null;
  }
}
