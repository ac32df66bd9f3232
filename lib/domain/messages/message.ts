/** What a member can be told. Each has words in lib/i18n/{id,en}/messages.json. */
export const messageKinds = ['your-turn', 'your-turn-reminder', 'loan-ending', 'loan-ended', 'loan-revoked', 'turn-missed', 'hold-lapsed', 'hold-cancelled', 'suspension-ending', 'hold-restored', 'licence-ended', 'loan-ended-in-outage', 'password-reset', 'verify-email'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A message that a change brings with it; written in the same transaction, once per key and channel. */
export type OutgoingMessage = {
  readonly kind: MessageKind;
  readonly memberId: string;
  /** Makes a double impossible: one message a key and channel. */
  readonly key: string;
  /** A stale message is never sent. */
  readonly validUntil: Date | null;
  readonly facts: Readonly<Record<string, string>>;
};
