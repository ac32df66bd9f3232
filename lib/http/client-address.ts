import { environment } from '@/lib/config/environment';

/**
 * Where a request comes from, for rate limits. Behind n trusted proxies it is the n-th forwarded address from the right;
 * what a client writes further left is not believed. scripts/serve.mjs has settled that already and put the socket's own
 * address there when no proxy is trusted. An IPv6 customer has a whole /64.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()).filter((hop) => hop !== '');
  const { TRUST_PROXY } = environment();
  const address = hops[TRUST_PROXY === 0 ? hops.length - 1 : Math.max(0, hops.length - TRUST_PROXY)] ?? 'unknown';
  return networkOf(address.toLowerCase());
}

function networkOf(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, '').replace(/^::ffff:(?=\d+\.)/, '');
  if (!bare.includes(':')) return bare;
  if (bare.includes('.')) return bare;
  const [head = '', tail = ''] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const middle = bare.includes('::') ? new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...middle, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':') + '::/64';
}
