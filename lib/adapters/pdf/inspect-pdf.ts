import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { StorageAway } from '@/lib/adapters/s3/away';
import { runChild, type Limits } from './run-child';

export const coverWidths = [240, 480] as const;

export type PdfCover = { readonly hash: string; readonly pictures: Readonly<Record<(typeof coverWidths)[number], Uint8Array>> };

/** What the file says of itself. The metadata is a stranger's text, cleaned by nobody yet. */
export type PdfInspection = {
  readonly pages: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly metadata: { readonly title: string | null; readonly authors: string | null; readonly language: string | null };
  /** The words of the first pages, as far as they could be read. */
  readonly openingText: string;
  /** null when page 1 is blank or cannot be drawn within the limits. */
  readonly cover: PdfCover | null;
};

/**
 * Opens a PDF with pdf.js, as the reader will: what it opens can be lent. `address` is a signed URL or a file: URL,
 * of which only the bytes that are needed are read.
 */
export async function inspectPdf(address: string, sizeBytes: number, limits: Limits = inspectionLimits): Promise<Outcome<PdfInspection>> {
  if (sizeBytes === 0) return refuse({ code: 'empty' });
  const { messages } = await runChild('inspect', { address, sizeBytes }, limits);
  const said = messages as ChildMessage[];
  if (said.some((message) => message.kind === 'source-away')) throw new StorageAway('the uploaded file cannot be read');
  const refused = said.find((message) => message.kind === 'refused');
  if (refused !== undefined) return refuse({ code: refused.code });
  const opened = said.find((message) => message.kind === 'opened');
  // It ran into a limit or crashed before it could say anything: no phone will open this file either.
  if (opened === undefined) return refuse({ code: 'damaged' });
  const { kind: _, ...facts } = opened;
  const cover = said.find((message) => message.kind === 'cover')?.cover ?? null;
  return granted({ ...facts, cover, openingText: said.find((message) => message.kind === 'text')?.openingText ?? '' });
}

/** A book of 930 pages takes one second and 200 MB; the rest is for the awkward ones. */
const inspectionLimits: Limits = { timeMs: 40_000, memoryBytes: 768 * 2 ** 20 };

type ChildMessage =
  | { kind: 'source-away' }
  | { kind: 'refused'; code: 'not-a-pdf' | 'encrypted' | 'damaged' | 'empty' }
  | ({ kind: 'opened' } & Omit<PdfInspection, 'cover' | 'openingText'>)
  | { kind: 'cover'; cover: PdfCover | null }
  | { kind: 'text'; openingText: string };
