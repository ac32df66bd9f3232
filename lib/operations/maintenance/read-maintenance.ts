import { maintenanceToShow, type Maintenance } from '@/lib/adapters/postgres/maintenance';

const freshForMs = 15_000;

declare global {
  // Pages and routes are bundled apart: what a route changed, pages must forget too.
  var pinjamMaintenance: { readonly at: number; readonly shown: Promise<ShownMaintenance | null> } | undefined;
}

export type ShownMaintenance = Maintenance & { readonly isRunning: boolean };

/**
 * The maintenance to announce on every page now; null: none. Every page asks, so the answer is kept for some seconds. It
 * must never be what fails a page: while the database is away there is none to show.
 */
export async function readMaintenance(): Promise<ShownMaintenance | null> {
  const known = globalThis.pinjamMaintenance;
  if (known !== undefined && Date.now() - known.at <= freshForMs) return known.shown;
  const shown = read();
  globalThis.pinjamMaintenance = { at: Date.now(), shown };
  return shown;
}

/** After a change in this process, the next page asks again. */
export function forgetMaintenance(): void {
  globalThis.pinjamMaintenance = undefined;
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
