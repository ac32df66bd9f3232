import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export const bodyLimitBytes = 1024 * 1024;

/** Reads a JSON body, giving up at the limit without taking in the rest. No body at all reads as {}. */
export async function readBody(request: Request): Promise<Outcome<unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimitBytes) return refuse({ code: 'body-too-large', limitBytes: bodyLimitBytes });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    const chunk = read.value;
    size += chunk.byteLength;
    if (size > bodyLimitBytes) {
      await reader?.cancel();
      return refuse({ code: 'body-too-large', limitBytes: bodyLimitBytes });
    }
    chunks.push(chunk);
  }
  if (size === 0) return granted({});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) return refuse({ code: 'wrong-media-type' });
  try {
    return granted(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))));
  } catch {
    return refuse({ code: 'malformed-json' });
  }
}
