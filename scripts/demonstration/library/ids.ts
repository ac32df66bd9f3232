import { createHash } from 'node:crypto';

/** The same id in every installation, so that a second run finds what the first one made. */
export function idOf(kind: 'title' | 'licence' | 'content' | 'member' | 'copy', name: string): string {
  const hex = createHash('sha256').update(`pinjam demonstration ${kind} ${name}`).digest('hex');
  // the form of a version 8 uuid: made by a rule of our own
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
