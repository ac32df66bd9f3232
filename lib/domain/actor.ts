/** Who acts, through which channel. Events and audit keep this, never a name. */
export type Actor =
  | { readonly kind: 'member'; readonly memberId: string; readonly channel: 'web' | 'whatsapp' }
  | { readonly kind: 'librarian'; readonly librarianId: string; readonly channel: 'web' | 'desk' }
  | { readonly kind: 'clock'; readonly channel: 'clock' };

export const theClock: Actor = { kind: 'clock', channel: 'clock' };
