import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { dropForgedAddresses } from '@/lib/http/own-address';

test('without a trusted proxy, nobody says where they are from', async () => {
  dropForgedAddresses();
  const seen = await new Promise<IncomingHttpHeaders>((resolve) => {
    const server = createServer((request, response) => {
      resolve(request.headers);
      response.end(() => server.close());
    });
    server.listen(0, '127.0.0.1', () => get({ port: (server.address() as AddressInfo).port, headers: { 'X-Forwarded-For': '6.6.6.6', 'X-Other': 'kept' } }));
  });
  expect([seen['x-forwarded-for'], seen['x-other']]).toEqual([undefined, 'kept']);
});
