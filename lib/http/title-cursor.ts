import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TitleQuestion, TitleSort } from '@/lib/domain/catalogue/title-question';
import type { Outcome } from '@/lib/domain/outcome';
import { granted, refuse } from '@/lib/domain/outcome';
import { decodeCursor, encodeCursor } from './pagination';

type Place = { readonly key: string | number; readonly id: string; readonly near: boolean };

/** The place after the last title shown. It fits only the question that it came from. */
export function titleCursor(question: TitleQuestion, place: Place | null): string | null {
  return place === null ? null : encodeCursor({ of: markOf(question), key: place.key, id: place.id, near: place.near });
}

export function placeOf(question: TitleQuestion, cursor: string | undefined): Outcome<Place | null> {
  const decoded = decodeCursor(cursor, z.object({ of: z.string(), key: keys[question.sort], id: z.uuid(), near: z.boolean() }));
  if (!decoded.ok || decoded.value === null) return decoded.ok ? granted(null) : decoded;
  if (decoded.value.of !== markOf(question)) return refuse({ code: 'bad-cursor' });
  const { key, id, near } = decoded.value;
  return granted({ key, id, near });
}

const keys = {
  relevance: z.number(),
  newest: z.iso.datetime(),
  popular: z.int().min(0).max(2_147_483_647),
  title: z.string().max(300).refine((text) => !text.includes('\0') && text.isWellFormed()),
} satisfies Record<TitleSort, z.ZodType>;

function markOf({ words, subject, language, availableOnly, sort }: TitleQuestion): string {
  return createHash('sha256').update(JSON.stringify([words, subject, language, availableOnly, sort])).digest('base64url').slice(0, 12);
}
