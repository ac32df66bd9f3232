export const roles = ['member', 'librarian', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who a request comes from, as the database says at this moment. */
export type Caller = {
  readonly memberId: string;
  readonly memberNumber: string;
  readonly name: string;
  readonly role: Role;
  readonly sessionId: string;
};

/** Who may call a route; staff may do what members do, an admin what librarians do. */
export type Audience = 'anyone' | Role;

export function mayCall(audience: Audience, caller: Caller | null): boolean {
  if (audience === 'anyone') return true;
  if (caller === null) return false;
  return roles.indexOf(caller.role) >= roles.indexOf(audience);
}
