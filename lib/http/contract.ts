import type { z } from 'zod';
import type { Audience } from '@/lib/domain/members/caller';
import type { RefusalCode } from '@/lib/domain/refusal';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call of the HTTP contract, declared once: the route validates by it and GET /api/openapi.json is made from it.
 * Declarations stand in lib/http/contracts/, one file a subject.
 */
export type Contract<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, W extends Audience = Audience> = {
  readonly method: Method;
  /** As OpenAPI writes it: /api/titles/{id}/loans */
  readonly path: string;
  readonly summary: string;
  /** Deny by default: who may call. */
  readonly who: W;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Success statuses and the schema of their JSON (null: no body, or not JSON). */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  readonly refusals?: readonly RefusalCode[];
  /**
   * Who keeps an idempotency key's answer. By default the route does, in one transaction with all that the call writes.
   * `in-operation`: the operation does, in its own. `afterwards`: the act speaks with the storage. `never`: it hands out cookies, or counts.
   */
  readonly keyed?: 'in-operation' | 'afterwards' | 'never';
};

/** Keeps the schemas' types and the audience, so that a route knows its params, query and body, and that it has a caller. */
export function contract<
  P extends z.ZodType = z.ZodType<undefined>,
  Q extends z.ZodType = z.ZodType<undefined>,
  B extends z.ZodType = z.ZodType<undefined>,
  const W extends Audience = Audience,
>(declaration: Contract<P, Q, B, W>): Contract<P, Q, B, W> {
  return declaration;
}
