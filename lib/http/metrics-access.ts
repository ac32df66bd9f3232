import { createHash, timingSafeEqual } from 'node:crypto';
import { environment } from '@/lib/config/environment';

/** The token, or this machine itself when no proxy stands before it (behind one, everybody comes from this machine). */
export function mayReadMetrics(headers: Headers): boolean {
  const { METRICS_TOKEN, TRUST_PROXY } = environment();
  const [, given] = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
  if (given !== undefined) return METRICS_TOKEN !== undefined && sameText(given, METRICS_TOKEN);
  const cameThroughProxy = TRUST_PROXY > 0 || headers.has('x-pinjam-proxied');
  return !cameThroughProxy && /^(127(\.\d{1,3}){3}|::1)$/.test(headers.get('x-forwarded-for') ?? '');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
