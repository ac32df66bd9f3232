import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { uploadFile, type Step } from '@/app/(staff)/admin/titles/_upload/upload-file';

// A browser's two ways to send something, and behind them a library and a storage of a few lines. Waiting costs no time.

type Part = { readonly number: number; readonly url: string };
type Reply = { readonly status: number; readonly json?: unknown };

const partSizeBytes = 10;
const inspection = { id: 'u1', pages: 3, format: 'pdf', metadata: { title: 'Uji', authors: [], language: 'id', isbn: null }, coverUrl: null };

/** What the library and the storage know, and how they behave at the moment. */
class Fake {
  readonly arrived = new Map<number, string>();
  readonly calls: string[] = [];
  readonly puts: number[] = [];
  underwayAtMost = 0;
  addressAge = 0;
  /** An answer of the library instead of the usual one, by call. */
  readonly instead = new Map<string, Reply[]>();
  /** A failure of the storage instead of taking a part, by number. */
  readonly failures = new Map<number, number[]>();
  private underway = 0;

  constructor(readonly parts: number) {}

  answer(method: string, path: string): Reply {
    const name = `${method} ${path}`;
    this.calls.push(name);
    const instead = this.instead.get(name)?.shift();
    if (instead !== undefined) return instead;
    if (method === 'POST' && path === '/api/admin/uploads') return { status: 201, json: { id: 'u1', partSizeBytes, parts: this.missing() } };
    if (method === 'GET') return { status: 200, json: this.standing() };
    if (path.endsWith('/complete')) return this.arrived.size === this.parts ? { status: 200, json: inspection } : problem(409, 'upload-incomplete');
    return problem(404, 'not-found');
  }

  standing() {
    this.addressAge += 1;
    return { id: 'u1', fileName: 'a.pdf', sizeBytes: this.parts * partSizeBytes, partSizeBytes, state: 'uploading', done: [...this.arrived].map(([number, etag]) => ({ number, etag })), parts: this.missing(), inspection: null };
  }

  async put(url: string): Promise<number> {
    const number = Number(/part=(\d+)/.exec(url)?.[1]);
    this.puts.push(number);
    this.underway += 1;
    this.underwayAtMost = Math.max(this.underwayAtMost, this.underway);
    await Promise.resolve();
    this.underway -= 1;
    const failure = this.failures.get(number)?.shift();
    if (failure !== undefined) return failure;
    this.arrived.set(number, `mark-${number}`);
    return 200;
  }

  private missing(): Part[] {
    return Array.from({ length: this.parts }, (_, at) => at + 1).filter((number) => !this.arrived.has(number)).map((number) => ({ number, url: `http://s3/x?part=${number}&age=${this.addressAge}` }));
  }
}

function problem(status: number, code: string): Reply {
  return { status, json: { code, title: code, detail: code, status } };
}

let fake: Fake;
const unanswered: Reply = { status: 0 };

beforeEach(() => {
  fake = new Fake(4);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void) => void queueMicrotask(act)) as never);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (path, init) => {
    const reply = fake.answer(init?.method ?? 'GET', String(path));
    if (reply.status === 0) throw new TypeError('fetch failed');
    return new Response(JSON.stringify(reply.json), { status: reply.status });
  });
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest, window: { addEventListener: () => undefined, removeEventListener: () => undefined } });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['XMLHttpRequest', 'window']) Reflect.deleteProperty(globalThis, name);
});

class FakeRequest {
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  status = 0;
  private url = '';
  private isAborted = false;

  open(_: string, url: string): void {
    this.url = url;
  }

  getResponseHeader(): string {
    return `"mark-${/part=(\d+)/.exec(this.url)?.[1] ?? ''}"`;
  }

  abort(): void {
    this.isAborted = true;
    this.onabort?.();
  }

  send(part: Blob): void {
    this.upload.onprogress?.({ loaded: part.size / 2 });
    void fake.put(this.url).then((status) => {
      if (this.isAborted) return;
      this.status = status;
      if (status === 0) this.onerror?.();
      else this.onload?.();
      this.onloadend?.();
    });
  }
}

function send(more: { resumeId?: string | null; signal?: AbortSignal; onStep?: (step: Step) => void } = {}) {
  const steps: Step[] = [];
  const begun: string[] = [];
  const file = new File(['x'.repeat(fake.parts * partSizeBytes - 3)], 'a.pdf', { type: 'application/pdf' });
  const ended = uploadFile(file, { resumeId: null, signal: new AbortController().signal, onBegun: (id) => begun.push(id), ...more, onStep: (step) => (steps.push(step), more.onStep?.(step)) });
  return { steps, begun, ended };
}

const inspected = { ok: true, value: inspection };
const complete = 'POST /api/admin/uploads/u1/complete';
const look = 'GET /api/admin/uploads/u1';

describe('a file on its way to the library', () => {
  test('goes in parts, three at a time, each once, and is inspected when all are there', async () => {
    const { ended, begun } = send();
    expect(await ended).toEqual(inspected);
    expect([...fake.puts].sort()).toEqual([1, 2, 3, 4]);
    expect(fake.underwayAtMost).toBe(3);
    expect(begun).toEqual(['u1']);
    expect(fake.calls).toEqual(['POST /api/admin/uploads', complete]);
  });

  test('tells how much has left, never more than there is, and at the end all of it', async () => {
    const { steps, ended } = send();
    await ended;
    const sent = steps.flatMap((step) => (step.kind === 'sending' ? [step.sentBytes] : []));
    expect(Math.max(...sent)).toBe(fake.parts * partSizeBytes - 3);
    expect(sent.at(0)).toBe(0);
    expect(steps.at(-1)).toEqual({ kind: 'inspecting' });
  });
});

describe('after a closed tab', () => {
  test('only what is missing is sent', async () => {
    for (const number of [1, 3]) fake.arrived.set(number, `mark-${number}`);
    expect(await send({ resumeId: 'u1' }).ended).toEqual(inspected);
    expect([...fake.puts].sort()).toEqual([2, 4]);
    expect(fake.calls[0]).toBe(look);
  });

  test('what was sent before counts as sent', async () => {
    for (const number of [1, 2, 3]) fake.arrived.set(number, `mark-${number}`);
    const { steps, ended } = send({ resumeId: 'u1' });
    await ended;
    expect(steps[0]).toMatchObject({ kind: 'sending', sentBytes: 30 });
  });

  test('an upload that the library no longer knows begins anew', async () => {
    fake.instead.set(look, [problem(404, 'not-found')]);
    expect(await send({ resumeId: 'u1' }).ended).toEqual(inspected);
    expect(fake.puts).toHaveLength(4);
  });

  test.each(['refused', 'used'])('one that is %s begins anew', async (state) => {
    fake.instead.set(look, [{ status: 200, json: { ...fake.standing(), state } }]);
    await send({ resumeId: 'u1' }).ended;
    expect(fake.calls).toContain('POST /api/admin/uploads');
  });

  test('one that was inspected before needs nothing sent', async () => {
    fake.instead.set(look, [{ status: 200, json: { ...fake.standing(), state: 'inspected', inspection } }]);
    expect(await send({ resumeId: 'u1' }).ended).toEqual(inspected);
    expect(fake.puts).toEqual([]);
  });
});

describe('a lost connection', () => {
  test('makes it wait, say so, and go on by itself', async () => {
    fake.failures.set(2, [0, 0, 503]);
    const { steps, ended } = send();
    expect(await ended).toEqual(inspected);
    expect(fake.puts.filter((number) => number === 2)).toHaveLength(4);
    expect(steps.some((step) => step.kind === 'sending' && step.waiting)).toBe(true);
    expect(steps.findLast((step) => step.kind === 'sending')).toMatchObject({ waiting: false });
  });

  test('an address that has grown too old is asked for again', async () => {
    fake.failures.set(3, [403]);
    const urls: string[] = [];
    const put = fake.put.bind(fake);
    fake.put = (url) => (urls.push(url), put(url));
    await send().ended;
    const [first, second] = urls.filter((url) => url.includes('part=3'));
    expect(second).not.toBe(first);
  });

  test('also while the library itself is away: beginning and completing are tried again', async () => {
    fake.instead.set('POST /api/admin/uploads', [unanswered, problem(503, 'away')]);
    fake.instead.set(complete, [problem(503, 'away'), unanswered, { status: 502, json: {} }]);
    expect(await send().ended).toEqual(inspected);
  });

  test('a library that stays away is said to be, after eight tries', async () => {
    fake.instead.set('POST /api/admin/uploads', Array.from({ length: 20 }, () => problem(503, 'away')));
    expect(await send().ended).toMatchObject({ ok: false, problem: { code: 'away' } });
    expect(fake.calls).toHaveLength(8);
  });

  test('a part that the storage lost is sent again before the file is inspected', async () => {
    fake.instead.set(complete, [problem(409, 'upload-incomplete')]);
    const put = fake.put.bind(fake);
    let lost = false;
    fake.put = async (url) => {
      const status = await put(url);
      if (url.includes('part=4') && !lost) {
        lost = true;
        fake.arrived.delete(4);
      }
      return status;
    };
    expect(await send().ended).toEqual(inspected);
    expect(fake.puts.filter((number) => number === 4)).toHaveLength(2);
  });
});

describe('a no of the library', () => {
  test('at the beginning ends it: nothing is sent', async () => {
    fake.instead.set('POST /api/admin/uploads', [problem(413, 'too-large')]);
    expect(await send().ended).toMatchObject({ ok: false, problem: { code: 'too-large' } });
    expect(fake.puts).toEqual([]);
  });

  test.each(['not-a-pdf', 'encrypted', 'damaged', 'empty'])('about the file is an answer, and not tried again: %s', async (code) => {
    fake.instead.set(complete, [problem(422, code)]);
    expect(await send().ended).toMatchObject({ ok: false, problem: { code } });
    expect(fake.calls.filter((call) => call === complete)).toHaveLength(1);
  });

  test('to whom it logged out in the middle ends it, and the storage is not tried for ever', async () => {
    fake.failures.set(1, Array.from({ length: 100 }, () => 403));
    fake.instead.set(look, [problem(401, 'not-logged-in')]);
    expect(await send().ended).toMatchObject({ ok: false, problem: { code: 'not-logged-in' } });
    expect(fake.puts.filter((number) => number === 1)).toHaveLength(1);
  });

  test('that repeats itself for ever is not asked for ever', async () => {
    fake.instead.set(complete, Array.from({ length: 20 }, () => problem(409, 'upload-incomplete')));
    expect(await send().ended).toMatchObject({ ok: false, problem: { code: 'upload-incomplete' } });
    expect(fake.calls.filter((call) => call === complete)).toHaveLength(5);
  });
});

describe('who gives up', () => {
  test('in the middle sends nothing more, and nothing is inspected', async () => {
    const controller = new AbortController();
    const { ended } = send({ signal: controller.signal, onStep: (step) => step.kind === 'sending' && step.sentBytes >= 10 && controller.abort() });
    expect(await ended).toBeNull();
    expect(fake.calls).not.toContain(complete);
  });

  test('before it began is not begun', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await send({ signal: controller.signal }).ended).toBeNull();
    expect(fake.calls).toEqual([]);
  });
});
