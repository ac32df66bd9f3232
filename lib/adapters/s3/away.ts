/** The storage does not answer, or answers that it cannot: lib/http/errors.ts makes it a 503. */
export class StorageAway extends Error {
  override name = 'StorageAway';
}

type S3Failure = { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };

/** Runs one call to S3; a missing object answers null, a storage that is away throws StorageAway. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const { name, $metadata } = error as S3Failure;
    if ($metadata?.httpStatusCode === 404 || name === 'NoSuchKey' || name === 'NotFound' || name === 'NoSuchUpload') return null;
    throw asAway(error);
  }
}

export async function orAway<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw asAway(error);
  }
}

/** No answer at all, a 5xx, or keys that the storage does not accept: nothing a member could mend. */
export function asAway(error: unknown): unknown {
  const { name = '', code = '', $metadata } = error as S3Failure;
  const status = $metadata?.httpStatusCode;
  const isSilent = status === undefined && (/timeout|abort/i.test(name) || socketCodes.has(code));
  const isRefused = status !== undefined && (status >= 500 || status === 403 || status === 401);
  return isSilent || isRefused ? new StorageAway(`S3: ${name || code}`, { cause: error }) : error;
}

const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED']);
