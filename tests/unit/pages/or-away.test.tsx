import { AsyncLocalStorage } from 'node:async_hooks';
import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { ReactNode } from 'react';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { notFound, redirect } from 'next/navigation';
import { orAway } from '@/app/_components/or-away';
import { shown } from '../../support/shown';

beforeAll(() => {
  globalThis.pinjamAnswer = new AsyncLocalStorage();
});
afterAll(() => {
  globalThis.pinjamAnswer = undefined;
});

const anAnswer = () => new ServerResponse(new IncomingMessage(new Socket()));

/** What is sent for a page: the status, and what stands on it. */
async function sent(page: () => Promise<ReactNode>, Frame?: (props: { children: ReactNode }) => ReactNode) {
  const answer = anAnswer();
  const drawn = await globalThis.pinjamAnswer?.run(answer, async () => shown(await orAway(page, Frame)({})));
  return { status: answer.statusCode, drawn };
}

describe('a page that learns that nothing is here', () => {
  test('is drawn with a way out, and the status says so', async () => {
    const { status, drawn } = await sent(async () => notFound());
    expect(status).toBe(404);
    expect(drawn?.words).toContain('Halaman ini tidak ada');
    expect(drawn?.links.map(({ href }) => href)).toEqual(['/']);
  });

  test('stands in the frame that it was given', async () => {
    const { drawn } = await sent(async () => notFound(), ({ children }) => <section>{children}</section>);
    expect(drawn?.all('section').map(({ words }) => words)).toEqual([expect.stringContaining('Halaman ini tidak ada')]);
  });

  test('is drawn, too, where no server of ours waits for a status', async () => {
    expect((await shown(await orAway(async () => notFound())({}))).words).toContain('Halaman ini tidak ada');
  });

  test('after the first bytes have left changes no status any more', async () => {
    const answer = anAnswer();
    answer.writeHead(200);
    answer.flushHeaders();
    await globalThis.pinjamAnswer?.run(answer, async () => orAway(async () => notFound())({}));
    expect(answer.statusCode).toBe(200);
  });
});

describe('any other page', () => {
  test('is itself, with its own status', async () => {
    const { status, drawn } = await sent(async () => <h1>Rak</h1>);
    expect([status, drawn?.words]).toEqual([200, 'Rak']);
  });

  test.each([
    ['that sends elsewhere', () => redirect('/login'), /NEXT_REDIRECT/],
    ['that fails', () => { throw new Error('a defect'); }, /a defect/],
  ])('%s is left to Next.js', async (_, act, message) => {
    await expect(orAway(async () => act())({})).rejects.toThrow(message);
  });
});
