import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export const bodyLimitBytes = 1024 * 1024;

/** Reads a JSON body. No body at all reads as {}. */
export async function readBody(request: Request): Promise<Outcome<unknown>> {
  const text = await readText(request);
  if (!text.ok) return text;
  if (text.value === '') return granted({});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) return refuse({ code: 'wrong-media-type' });
  // PostgreSQL text cannot hold it, and nobody types it
  if (text.value.includes('\\u0000')) return refuse({ code: 'malformed-json' });
  try {
    return granted(JSON.parse(text.value));
  } catch {
    return refuse({ code: 'malformed-json' });
  }
}

/** Reads a body as UTF-8, giving up at the limit without taking in the rest. */
export async function readText(request: Request): Promise<Outcome<string>> {
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
  try {
    return granted(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return refuse({ code: 'malformed-json' });
  }
}
