/** What somebody types to say who they are: an e-mail address or a member number, in any case and with stray spaces. */
export type Identifier = { readonly kind: 'email'; readonly email: string } | { readonly kind: 'number'; readonly memberNumber: string };

export function identifierOf(typed: string): Identifier {
  const text = typed.normalize('NFKC').trim();
  if (text.includes('@')) return { kind: 'email', email: normalEmail(text) };
  return { kind: 'number', memberNumber: normalMemberNumber(text) };
}

/** Addresses are compared without case; the database has a unique index over lower("email"). */
export function normalEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** People copy the number from a card: "pj 000-123" is PJ000123. */
export function normalMemberNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s.-]+/g, '').toUpperCase();
}

/** As printed on the card, in groups that the eye can hold. */
export function readableMemberNumber(memberNumber: string): string {
  return memberNumber.replace(/^([A-Z]+)(\d{3})(\d{3,})$/, '$1 $2 $3');
}
