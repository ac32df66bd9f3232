import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Files that nobody here wrote (see README): where they are, or null on a machine without them. */
export const corpora: string | null = [process.env['PINJAM_CORPORA'], '../shared/corpora'].map((path) => (path === undefined ? path : resolve(path))).find((path) => path !== undefined && existsSync(path)) ?? null;

/** CI needs them; a stranger sees the suite skipped by its name. */
export const corporaRequired = process.env['PINJAM_CORPORA_REQUIRED'] === '1';

export const isCorporaMissing = corpora === null && !corporaRequired;

export function corpus(path: string): string {
  if (corpora === null) throw new Error('the corpora are not here: set PINJAM_CORPORA');
  return resolve(corpora, path);
}
