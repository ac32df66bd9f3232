import { AsyncLocalStorage } from 'node:async_hooks';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { messages } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/locale';

/** The language in which next-intl/server (see next-intl-server.ts) answers while something is rendered. */
export const shownIn = new AsyncLocalStorage<Locale>();

type Where = { readonly locale?: Locale; readonly path?: string; readonly query?: string };

export type Element = { readonly tag: string; readonly words: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: string };

/** What a page's part shows: its markup as the server sends it, in words and by tags. */
export type Shown = {
  readonly html: string;
  /** What a reader reads, spaces folded. */
  readonly words: string;
  all(tag: string): readonly Element[];
  /** Labels of the buttons, in order. */
  readonly buttons: readonly string[];
  readonly links: readonly { readonly href: string; readonly words: string }[];
};

/** Renders as the server does, in a page's surroundings: language, library time zone, address. */
export async function shown(what: ReactNode, { locale = 'id', path = '/', query = '' }: Where = {}): Promise<Shown> {
  const router = { push: () => undefined, replace: () => undefined, refresh: () => undefined, back: () => undefined, forward: () => undefined, prefetch: () => undefined };
  const problems: unknown[] = [];
  const { prelude } = await shownIn.run(locale, () =>
    prerender(
      <AppRouterContext value={router as never}>
        <PathnameContext value={path}>
          <SearchParamsContext value={new URLSearchParams(query)}>
            <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Asia/Makassar" onError={(problem) => problems.push(problem)}>
              {what}
            </NextIntlClientProvider>
          </SearchParamsContext>
        </PathnameContext>
      </AppRouterContext>,
      { onError: (problem) => void problems.push(problem) },
    ),
  );
  const html = await new Response(prelude as unknown as ReadableStream).text();
  // a missing word or a broken part is no page
  if (problems.length > 0) throw problems[0];
  return {
    html,
    words: wordsOf(html),
    all: (tag) => elements(html, tag),
    buttons: elements(html, 'button').map(({ words }) => words),
    links: elements(html, 'a').map(({ attributes, words }) => ({ href: attributes['href'] ?? '', words })),
  };
}

const empty = new Set(['input', 'img', 'br', 'hr', 'meta', 'link', 'circle', 'path', 'rect']);

function elements(html: string, tag: string): Element[] {
  const inside = empty.has(tag) ? '' : `([\\s\\S]*?)</${tag}>`;
  return [...html.matchAll(new RegExp(`<${tag}((?:\\s[^<>]*?)?)/?>${inside}`, 'g'))].map(([, attributes = '', inner = '']) => ({ tag, attributes: attributesOf(attributes), words: wordsOf(inner), inner }));
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), decoded(value)]));
}

function wordsOf(html: string): string {
  const seen = html.replace(/<!--.*?-->/g, '').replace(/<title>[\s\S]*?<\/title>/g, ' ').replace(/<(?:\/?(?:p|div|li|ul|td|th|tr|h\d|option|dt|dd|label|summary|article|section|br)\b)[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  return decoded(seen).replace(/\s+/g, ' ').trim();
}

function decoded(text: string): string {
  return text.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
