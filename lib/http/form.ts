import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { readText } from './body';

/** Fields of a form post, or of the same as JSON; what is no text is left out. */
export async function readForm(request: Request): Promise<Outcome<Record<string, string>>> {
  const text = await readText(request);
  if (!text.ok) return text;
  if (text.value === '') return granted({});
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  if (type.startsWith('application/x-www-form-urlencoded')) return granted(textsOf(Object.fromEntries(new URLSearchParams(text.value))));
  if (!type.startsWith('application/json')) return refuse({ code: 'wrong-media-type' });
  try {
    return granted(textsOf(JSON.parse(text.value)));
  } catch {
    return refuse({ code: 'malformed-json' });
  }
}

function textsOf(json: unknown): Record<string, string> {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(Object.entries(json).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value).replaceAll('\0', '')]] : [])));
}
