import type { Locale } from '@/lib/i18n/locale';
import { wordsFor } from '@/lib/i18n/words';
import type { Refusal, RefusalCode } from '@/lib/domain/refusal';
import { factsView } from './views/facts';

/** The one table from refusal to HTTP status. */
export const statusOf = {
  'no-copy-available': 409,
  'loan-limit-reached': 409,
  'hold-limit-reached': 409,
  'already-borrowed': 409,
  'copy-available': 409,
  'others-waiting': 409,
  'renewal-too-early': 409,
  'renewal-limit-reached': 409,
  'member-blocked': 409,
  'licence-ended': 409,
  'title-withdrawn': 409,
  'loan-ended': 410,
  'hold-ended': 409,
  'no-offer': 409,
  'suspension-out-of-range': 422,
  'not-found': 404,
  'not-logged-in': 401,
  'wrong-role': 403,
  'wrong-origin': 403,
  'bad-request': 422,
  'malformed-json': 422,
  'bad-cursor': 422,
  'body-too-large': 413,
  'wrong-media-type': 415,
  'too-many-tries': 429,
  away: 503,
  'idempotency-key-reused': 422,
  'idempotency-key-in-flight': 409,
  'email-taken': 409,
  'phone-taken': 409,
  'wrong-password': 422,
  'wrong-credentials': 401,
  'reset-invalid': 422,
  'verification-invalid': 422,
  'last-admin': 409,
  'not-a-pdf': 422,
  encrypted: 422,
  damaged: 422,
  empty: 422,
  'too-large': 413,
  'upload-incomplete': 409,
  'upload-not-inspected': 409,
  'upload-used': 409,
} satisfies Record<RefusalCode, number>;

/** RFC 9457 problem+json in the caller's language, with the facts of the case (and what a protocol wants) beside it. */
export function problem(refusal: Refusal, locale: Locale, beside: object = {}): Response {
  const { code, ...facts } = refusal;
  const words = wordsFor(locale, refusal);
  const status = statusOf[code];
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (refusal.code === 'too-many-tries') headers['retry-after'] = String(refusal.retryAfterSeconds);
  if (refusal.code === 'away') headers['retry-after'] = '5';
  return new Response(
    JSON.stringify({ ...beside, ...factsView(facts), type: `urn:pinjam:refusal:${code}`, title: words.title, status, detail: words.detail, code }),
    { status, headers },
  );
}
