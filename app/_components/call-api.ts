/** A refusal as the API says it: words in the page's language, a code, and the facts of the case. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly [fact: string]: unknown;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Called<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem | null };

/** Calls our API. A problem of null means that no answer came: the network, not the library. */
export async function callApi<T = unknown>(method: Method, path: string, body?: object, headers: Record<string, string> = {}): Promise<Called<T>> {
  return answerOf<T>(fetch(path, { method, ...(body === undefined ? { headers } : { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }) }));
}

/** The same for a form of next-auth. */
export async function postForm<T = unknown>(path: string, fields: Record<string, string>): Promise<Called<T>> {
  return answerOf<T>(fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, json: 'true' }) }));
}

async function answerOf<T>(sent: Promise<Response>): Promise<Called<T>> {
  try {
    const response = await sent;
    const json: unknown = response.status === 204 ? null : await response.json();
    if (response.ok) return { ok: true, value: json as T };
    return { ok: false, problem: { code: 'unexpected', title: '', detail: '', status: response.status, ...(json as object) } };
  } catch {
    return { ok: false, problem: null };
  }
}
