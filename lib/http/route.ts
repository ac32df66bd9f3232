import { z } from 'zod';
import { publicUrl } from '@/lib/config/environment';
import { mayCall, type Caller } from '@/lib/domain/members/caller';
import type { Outcome } from '@/lib/domain/outcome';
import type { Refusal } from '@/lib/domain/refusal';
import { chooseLocale, localeCookie, type Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { readBody } from './body';
import { cookieOf } from './cookies';
import type { Contract } from './contract';
import { isOwnOrigin } from './origin';
import { handleKeyed } from './keyed';
import { problem } from './problem';
import { refusalOfError } from './errors';
import { callerOf, renewCookie } from './session';

export type Answer = Response | { readonly status: number; readonly json: unknown; readonly headers?: Record<string, string> };

export function answer(status: number, json: unknown, headers: Record<string, string> = {}): Answer {
  return { status, json, headers };
}

/** The answer to an outcome: its value through a view, or the refusal's problem. */
export function answerTo<T>(outcome: Outcome<T>, view: (value: T) => Answer): Answer | Refusal {
  return outcome.ok ? view(outcome.value) : outcome.refusal;
}

type Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly request: Request;
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  readonly locale: Locale;
  readonly idempotencyKey: string | undefined;
};

/** A member's or librarian's call always has a caller; only an open one may have none. */
type CallerFor<W> = W extends 'anyone' ? Caller | null : Caller;

/**
 * A declared call as a Next.js route handler. In this order: Origin, caller and role, params, query, body, then the one
 * function; a refusal becomes problem+json, an error is logged once with the request id and answers 500 or 503.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, C extends Contract<P, Q, B>>(
  declared: C & Contract<P, Q, B>,
  handle: (call: Call<P, Q, B> & { readonly caller: CallerFor<C['who']> }) => Promise<Answer | Refusal>,
) {
  return async (request: Request, context: { params: Promise<Record<string, string | string[]>> }): Promise<Response> => {
    const startedAt = performance.now();
    const requestId = crypto.randomUUID();
    const locale = chooseLocale(cookieOf(request, localeCookie), request.headers.get('accept-language'));
    const response = await run().catch((error: unknown) => answerToError(error, requestId, declared.path, locale));
    response.headers.set('x-request-id', requestId);
    log.info({ requestId, method: declared.method, path: declared.path, status: response.status, ms: Math.round(performance.now() - startedAt) }, 'answered');
    return response;

    async function run(): Promise<Response> {
      if (declared.method !== 'GET' && !isOwnOrigin(request, publicUrl())) return problem({ code: 'wrong-origin' }, locale);
      const caller = await callerOf(request);
      if (!mayCall(declared.who, caller)) return problem({ code: caller === null ? 'not-logged-in' : 'wrong-role' }, locale);

      const params = (declared.params ?? z.undefined().optional()).safeParse(declared.params === undefined ? undefined : await context.params);
      if (!params.success) return problem({ code: 'not-found' }, locale);
      const query = declared.query?.safeParse(queryOf(request), inWordsOf(locale));
      if (query?.success === false) return problem(badRequest(query.error), locale);
      const raw = declared.body === undefined ? undefined : await readBody(request);
      if (raw !== undefined && !raw.ok) return problem(raw.refusal, locale);
      const body = declared.body?.safeParse(raw?.value, inWordsOf(locale));
      if (body?.success === false) return problem(badRequest(body.error), locale);
      const idempotencyKey = request.headers.get('idempotency-key') ?? undefined;
      if (idempotencyKey !== undefined && (idempotencyKey === '' || idempotencyKey.length > 200))
        return problem({ code: 'bad-request', errors: [{ path: 'Idempotency-Key', message: '1–200' }] }, locale);

      const act = () => handle({
        request,
        params: params.data as z.infer<P>,
        query: query?.data as z.infer<Q>,
        body: body?.data as z.infer<B>,
        caller: caller as CallerFor<C['who']>,
        locale,
        idempotencyKey,
      });
      const isKeyedHere = idempotencyKey !== undefined && declared.method !== 'GET' && declared.keyed !== 'in-operation' && declared.keyed !== 'never';
      const stands = [declared.method, declared.path, params.data ?? null, query?.data ?? null, body?.data ?? null];
      const result = isKeyedHere ? await handleKeyed(declared, { callerId: caller?.memberId ?? null, key: idempotencyKey, request: stands }, act) : await act();
      const response = responseOf(result, locale);
      if (declared.method !== 'GET' && caller !== null) await renewCookie(response, request, caller);
      return response;
    }
  };
}

function responseOf(result: Answer | Refusal, locale: Locale): Response {
  if (result instanceof Response) return result;
  if ('code' in result) return problem(result, locale);
  if (result.status === 204) return new Response(null, { status: 204, headers: result.headers });
  return Response.json(result.json, { status: result.status, headers: { 'cache-control': 'no-store', ...result.headers } });
}

const wording = { id: { error: z.locales.id().localeError }, en: { error: z.locales.en().localeError } } satisfies Record<Locale, object>;

/** What is wrong with a query or a body is said in the caller's language too. */
function inWordsOf(locale: Locale): { error: z.core.$ZodErrorMap } {
  return wording[locale];
}

function badRequest(error: z.ZodError): Refusal {
  return { code: 'bad-request', errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) };
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, given] of new URL(request.url).searchParams) {
    const value = given.replaceAll('\0', '');
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

function answerToError(error: unknown, requestId: string, path: string, locale: Locale): Response {
  const refusal = refusalOfError(error);
  if (refusal !== null) {
    // The operator reads why (a full disk, a server that starts); without a stack, since an outage brings many.
    log.warn({ requestId, path, because: (error as { code?: unknown }).code ?? refusal.code }, 'away');
    return problem(refusal, locale);
  }
  log.error({ requestId, path, err: error }, 'unexpected');
  return Response.json({ type: 'about:blank', title: 'Internal error', status: 500, code: 'unexpected', requestId }, { status: 500, headers: { 'content-type': 'application/problem+json' } });
}
