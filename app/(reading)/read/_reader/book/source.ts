import type { ContentAnswer } from '@/lib/http/schemas/reading';

/** Why no more bytes will come, for good. */
export type Closed =
  | { readonly reason: 'loan-ended'; readonly endedAt: string; readonly endedBy: 'returned' | 'expired' | 'revoked' }
  | { readonly reason: 'logged-out' }
  | { readonly reason: 'missing' };

export type SourceEvents = {
  /** Bytes are wanted and the network or the storage is away: it is being tried again. */
  readonly onWaiting: (waiting: boolean) => void;
  readonly onClosed: (closed: Closed) => void;
  /** The library has another file for this title now: what was read so far no longer fits. */
  readonly onReplaced: () => void;
  /** The library's clock, each time it speaks. */
  readonly onNow: (now: Date) => void;
};

/**
 * The bytes of a lent book, straight from storage by signed addresses. An address is renewed before it ends and when
 * storage refuses it; what is away is tried again until it is back, so that a reader never sees an error for it.
 */
export class Source {
  readonly #contentCall: string;
  readonly #events: SourceEvents;
  readonly #end = new AbortController();
  #grant: Grant | null = null;
  #asking: Promise<Grant> | null = null;
  #file: string | null = null;
  #waiting = 0;

  constructor(contentCall: string, events: SourceEvents) {
    this.#contentCall = contentCall;
    this.#events = events;
  }

  async sizeBytes(): Promise<number> {
    return this.#untilItWorks(async () => (await this.#validGrant()).sizeBytes);
  }

  async bytes(begin: number, end: number): Promise<Uint8Array> {
    return this.#untilItWorks(async () => {
      const { url } = await this.#validGrant();
      const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, credentials: 'omit', cache: 'no-store', signal: this.#end.signal });
      // A storage that ignores the range would send the whole book.
      const isThePart = response.status === 206 || (response.status === 200 && Number(response.headers.get('content-length')) === end - begin);
      if (isThePart) return readExactly(response, end - begin);
      this.#grant = null;
      void response.body?.cancel();
      throw new NotNow(response.status === 403 ? 'refused' : 'away');
    });
  }

  /** Ends all waiting; nothing is answered any more. */
  close(): void {
    this.#end.abort();
  }

  async #validGrant(): Promise<Grant> {
    if (this.#grant !== null && performance.now() < this.#grant.renewAtMs) return this.#grant;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<Grant> {
    const response = await fetch(this.#contentCall, { cache: 'no-store', signal: this.#end.signal });
    const closed = await closedBy(response);
    if (closed !== null) {
      this.close();
      this.#events.onClosed(closed);
    }
    if (!response.ok) throw new NotNow('away');
    const answer = (await response.json()) as ContentAnswer;
    this.#events.onNow(new Date(answer.now));
    const file = `${new URL(answer.url).pathname} ${answer.sizeBytes}`;
    this.#file ??= file;
    if (this.#file !== file) {
      this.close();
      this.#events.onReplaced();
    }
    // By the library's own clock, counted on one that nobody can set: a phone may be wrong by hours.
    const lifetimeMs = new Date(answer.expiresAt).getTime() - new Date(answer.now).getTime();
    this.#grant = { url: answer.url, sizeBytes: answer.sizeBytes, renewAtMs: performance.now() + lifetimeMs - Math.min(10_000, lifetimeMs / 4) };
    return this.#grant;
  }

  async #untilItWorks<T>(attempt: () => Promise<T>): Promise<T> {
    let waiting = false;
    const say = (now: boolean) => {
      if (now === waiting) return;
      waiting = now;
      this.#waiting += now ? 1 : -1;
      this.#events.onWaiting(this.#waiting > 0);
    };
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await attempt();
        say(false);
        return result;
      } catch (error) {
        if (this.#end.signal.aborted) return never();
        // An address that has just run out is renewed without a word.
        if (error instanceof NotNow && error.why === 'refused' && tries === 0) continue;
        if (!(error instanceof NotNow)) this.#grant = null;
        say(true);
        await pauseOrOnline(Math.min(15_000, 500 * 2 ** tries));
      }
    }
  }
}

type Grant = { readonly url: string; readonly sizeBytes: number; readonly renewAtMs: number };

class NotNow extends Error {
  constructor(readonly why: 'refused' | 'away') {
    super(why);
  }
}

async function closedBy(response: Response): Promise<Closed | null> {
  if (response.status === 401) return { reason: 'logged-out' };
  if (response.status === 404) return { reason: 'missing' };
  if (response.status !== 410) return null;
  const facts = (await response.json()) as { endedAt: string; endedBy: 'returned' | 'expired' | 'revoked' };
  return { reason: 'loan-ended', endedAt: facts.endedAt, endedBy: facts.endedBy };
}

const stallMs = 20_000;

/** A network that dies in the middle of an answer often never says so: it is given up when nothing has come for a while. */
async function readExactly(response: Response, length: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (;;) {
    const read = await within(stallMs, reader?.read());
    if (read?.value === undefined) break;
    if (at + read.value.length > length) throw new NotNow('away');
    bytes.set(read.value, at);
    at += read.value.length;
  }
  if (at !== length) throw new NotNow('away');
  return bytes;
}

async function within<T>(milliseconds: number, work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new NotNow('away')), milliseconds)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function pauseOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    window.addEventListener('online', go);
  });
}

/** After the end nobody waits for an answer: pdf.js drops its requests with the document. */
function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
