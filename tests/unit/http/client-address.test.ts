import { afterEach, expect, test } from '@jest/globals';
import { forgetEnvironment } from '@/lib/config/environment';
import { clientAddress } from '@/lib/http/client-address';

afterEach(() => {
  delete process.env.TRUST_PROXY;
  forgetEnvironment();
});

function addressBehind(proxies: number, forwarded: string): string {
  process.env.TRUST_PROXY = String(proxies);
  forgetEnvironment();
  return clientAddress(new Headers({ 'x-forwarded-for': forwarded }));
}

test('behind one proxy only the address that the proxy wrote is believed', () => {
  expect(addressBehind(1, '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
});

test('behind two, the one that the outer proxy wrote', () => {
  expect(addressBehind(2, '6.6.6.6, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9');
  expect(addressBehind(2, '203.0.113.9')).toBe('203.0.113.9');
});

test('without proxies it is the socket, which Next.js writes there', () => {
  expect(addressBehind(0, '::ffff:127.0.0.1')).toBe('127.0.0.1');
  expect(clientAddress(new Headers())).toBe('unknown');
});

test('a customer with IPv6 has a whole /64', () => {
  const addresses = ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::'];
  expect(new Set(addresses.map((address) => addressBehind(0, address)))).toEqual(new Set(['2001:db8:1:2::/64']));
  expect(addressBehind(0, '2001:db8:1:3::1')).not.toBe(addressBehind(0, '2001:db8:1:2::1'));
});
