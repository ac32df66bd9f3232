/** Where somebody is in a title: a page, counted from 1, and how far down that page (0 is its top). */
export type Position = { readonly page: number; readonly offset?: number };

/** What one device last saved of a member's place in a title. */
export type Reading = {
  readonly deviceId: string;
  readonly deviceName: string | null;
  readonly position: Position;
  readonly savedAt: Date;
};

/** A replaced file may have fewer pages: the place is then its last one. */
export function withinPages(position: Position, pages: number): Position {
  if (position.page <= pages) return position;
  return { page: Math.max(1, pages) };
}
