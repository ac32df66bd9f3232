export type SentPart = { readonly kind: 'sent'; readonly etag: string } | { readonly kind: 'failed'; readonly status: number } | { readonly kind: 'aborted' };

/** PUTs one part and tells how much of it has left; fetch cannot tell that, so it is the older way. Status 0: no answer. */
export function sendPart(url: string, part: Blob, { signal, onProgress }: { signal: AbortSignal; onProgress: (sentBytes: number) => void }): Promise<SentPart> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'aborted' });
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve(request.status === 200 ? { kind: 'sent', etag: (request.getResponseHeader('etag') ?? '').replaceAll('"', '') } : { kind: 'failed', status: request.status });
    request.onerror = () => resolve({ kind: 'failed', status: 0 });
    request.ontimeout = () => resolve({ kind: 'failed', status: 0 });
    request.onabort = () => resolve({ kind: 'aborted' });
    request.onloadend = () => signal.removeEventListener('abort', abort);
    // A part is 8 MiB: on the slowest line that still makes sense it takes some minutes.
    request.timeout = 10 * 60_000;
    request.open('PUT', url);
    request.send(part);
  });
}
