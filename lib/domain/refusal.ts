import type { EstimatedWait } from './lending/wait';

/**
 * The closed list of reasons for a "no". A new one does not compile until it has an HTTP status
 * (lib/http/problem.ts) and words in both languages (lib/i18n/{id,en}/refusals.json).
 */
export type Refusal =
  // lending
  | { code: 'no-copy-available'; holdsAhead: number; copies: number; estimatedWait: EstimatedWait | null }
  | { code: 'loan-limit-reached'; limit: number; loans: readonly { id: string; titleId: string; dueAt: Date }[] }
  | { code: 'hold-limit-reached'; limit: number }
  | { code: 'already-borrowed'; loanId: string; dueAt: Date }
  | { code: 'copy-available' }
  | { code: 'others-waiting'; waiting: number }
  | { code: 'renewal-too-early'; renewableFrom: Date }
  | { code: 'renewal-limit-reached'; limit: number }
  | { code: 'member-blocked'; blockedUntil: Date | null; cause: 'blocked' | 'membership-ended' }
  | { code: 'licence-ended' }
  | { code: 'title-withdrawn' }
  | { code: 'loan-ended'; endedAt: Date; endedBy: 'returned' | 'expired' | 'revoked' }
  | { code: 'hold-ended'; endedAt: Date }
  | { code: 'no-offer' }
  | { code: 'suspension-out-of-range'; after: Date; before: Date }
  // things and people
  | { code: 'not-found' }
  | { code: 'not-logged-in' }
  | { code: 'wrong-role' }
  | { code: 'wrong-origin' }
  | { code: 'bad-request'; errors: readonly { path: string; message: string }[] }
  | { code: 'malformed-json' }
  | { code: 'bad-cursor' }
  | { code: 'body-too-large'; limitBytes: number }
  | { code: 'wrong-media-type' }
  | { code: 'too-many-tries'; retryAfterSeconds: number }
  | { code: 'away'; part: 'database' | 'storage' }
  | { code: 'idempotency-key-reused' }
  | { code: 'idempotency-key-in-flight' }
  // members
  | { code: 'email-taken' }
  | { code: 'phone-taken' }
  | { code: 'wrong-password' }
  | { code: 'wrong-credentials' }
  | { code: 'reset-invalid' }
  | { code: 'verification-invalid' }
  | { code: 'last-admin' }
  // uploads and titles
  | { code: 'not-a-pdf' }
  | { code: 'encrypted' }
  | { code: 'damaged' }
  | { code: 'empty' }
  | { code: 'too-large'; limitBytes: number }
  | { code: 'upload-incomplete'; missingParts: readonly number[] }
  | { code: 'upload-not-inspected' }
  | { code: 'upload-used' };

export type RefusalCode = Refusal['code'];
export type RefusalOf<C extends RefusalCode> = Extract<Refusal, { code: C }>;
