const mebibyte = 1024 * 1024;

export const uploadLimitBytes = 500 * mebibyte;

/** Small enough to send again after a lost connection, large enough for S3, which wants 5 MiB or more. */
export const partSizeBytes = 8 * mebibyte;

/** The numbers of a file's parts, from 1 on. */
export function partNumbers(sizeBytes: number, partSize: number = partSizeBytes): readonly number[] {
  return Array.from({ length: Math.ceil(sizeBytes / partSize) }, (_, index) => index + 1);
}

/** How long one part must be: all are equal but the last. */
export function sizeOfPart(number: number, sizeBytes: number, partSize: number = partSizeBytes): number {
  return Math.min(partSize, sizeBytes - (number - 1) * partSize);
}

export type ArrivedPart = { readonly number: number; readonly etag: string; readonly sizeBytes: number };

/** The parts that are there in full; a part of another length was cut off and is sent again. */
export function wholeParts(arrived: readonly ArrivedPart[], sizeBytes: number, partSize: number = partSizeBytes): readonly ArrivedPart[] {
  const wanted = new Set(partNumbers(sizeBytes, partSize));
  return arrived.filter((part) => wanted.has(part.number) && part.sizeBytes === sizeOfPart(part.number, sizeBytes, partSize));
}
