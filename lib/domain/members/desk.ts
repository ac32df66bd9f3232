import type { Role } from './caller';

/** A librarian at the desk, or an admin. */
export type Desk = { readonly memberId: string; readonly role: Role };

/** Librarians look after members; what concerns staff (and could make one of them another) is an admin's. */
export function maySetRight(desk: Desk, other: { readonly id: string; readonly role: Role }): boolean {
  return desk.role === 'admin' || other.role === 'member' || other.id === desk.memberId;
}
