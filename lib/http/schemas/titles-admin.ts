import { z } from 'zod';
import { clean } from '@/lib/domain/catalogue/file-metadata';
import { normalIsbn } from '@/lib/domain/catalogue/isbn';
import { licenceSchema } from './licences';
import { titleFields } from './titles';

export const titleLimits = { title: 500, subtitle: 500, author: 200, authors: 50, publisher: 300, subject: 100, subjects: 50, description: 10_000, copies: 10_000, reason: 500 } as const;

const line = (atMost: number) => z.string().max(atMost * 4).transform((text) => clean(text, atMost));
const lineOrNone = (atMost: number) => z.string().max(atMost * 4).nullable().transform((text) => clean(text ?? '', atMost) || null);
const lines = (atMost: number, length: number) => z.array(line(length)).max(atMost).transform((all) => [...new Set(all.filter((text) => text !== ''))]);

/** Paragraphs stay, other control characters go. */
const paragraphs = z.string().max(titleLimits.description).nullable().transform((text) => (text ?? '').split(/\r\n|\r|\n/).map((part) => clean(part, titleLimits.description)).join('\n').trim() || null);

const metadata = {
  title: line(titleLimits.title).refine((text) => text !== '', 'required'),
  subtitle: lineOrNone(titleLimits.subtitle),
  authors: lines(titleLimits.authors, titleLimits.author),
  isbn: lineOrNone(32).transform((text) => (text === null ? null : (normalIsbn(text) ?? text))),
  publisher: lineOrNone(titleLimits.publisher),
  year: z.number().int().min(1000).max(2200).nullable(),
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/).transform((tag) => tag.toLowerCase()),
  subjects: lines(titleLimits.subjects, titleLimits.subject),
  description: paragraphs,
};

export const newTitleBody = z.object({
  uploadId: z.uuid(),
  title: metadata.title,
  subtitle: metadata.subtitle.default(null),
  authors: metadata.authors.default([]),
  isbn: metadata.isbn.default(null),
  publisher: metadata.publisher.default(null),
  year: metadata.year.default(null),
  language: metadata.language.default('id'),
  subjects: metadata.subjects.default([]),
  description: metadata.description.default(null),
  licence: licenceSchema,
  published: z.boolean().default(true),
});

/** Only what is named changes. A draft is published; a published title is withdrawn, never unpublished. */
export const editTitleBody = z.object({ ...metadata, published: z.literal(true) }).partial();

export const copiesBody = z.object({ count: z.number().int().min(0).max(titleLimits.copies), licenceId: z.uuid().optional() });
export const contentBody = z.object({ uploadId: z.uuid() });
/** What becomes of the loans that run: they run out, or (a rights problem) end at once. */
export const withdrawalBody = z.object({ reason: line(titleLimits.reason).refine((text) => text !== '', 'required'), loans: z.enum(['run-out', 'end']).default('run-out') });

export const staffTitleSchema = z.object({
  ...titleFields,
  description: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  copies: z.object({ total: z.number(), available: z.number(), onLoan: z.number(), setAside: z.number(), retiring: z.number(), simultaneousUse: z.boolean() }),
  holds: z.object({ total: z.number() }),
  publishedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
