import type { ContentAnswer } from '@/lib/http/schemas/reading';
import { never, NotNow, Pause, readExactly, stallMs, within } from './patience';

/** Why no more bytes will come, for good. */
export type Closed =
  | { readonly reason: 'loan-ended'; readonly endedAt: string; readonly endedBy: 'returned' | 'expired' | 'revoked' }
  | { readonly reason: 'logged-out' }
  | { readonly reason: 'missing' };

/** What reading waits for: bytes that come slowly, or somebody who is away and is being tried again. */
export type Waiting = 'slow' | 'away';

export type SourceEvents = {
  readonly onWaiting: (waiting: Waiting | null) => void;
  readonly onClosed: (closed: Closed) => void;
  /** The library has another file for this title now: what was read so far no longer fits. */
  readonly onReplaced: () => void;
  /** The library's clock, each time it speaks. */
  readonly onNow: (now: Date) => void;
};

/** Shorter waits are nobody's business. */
const slowAfterMs = 5000;

/** A storage that answers the whole book to each question for a part: asked so often, that is what it can. */
const wholeAfterTries = 2;
/** More than that does not fit into a phone. */
const wholeAtMostBytes = 100 * 2 ** 20;

/**
 * The bytes of a lent book, straight from storage by signed addresses. An address is renewed before it ends and when
 * storage refuses it; what is away is tried again until it is back, so that a reader never sees an error for it.
 */
export class Source {
  readonly #contentCall: string;
  readonly #events: SourceEvents;
  readonly #end = new AbortController();
  readonly #pause = new Pause();
  readonly #waits = new Map<symbol, Waiting>();
  #grant: Grant | null = null;
  #asking: Promise<Grant> | null = null;
  #file: string | null = null;
  #whole: Promise<Uint8Array> | null = null;
  #fetchedBytes = 0;
  #underWayCount = 0;

  constructor(contentCall: string, events: SourceEvents) {
    this.#contentCall = contentCall;
    this.#events = events;
    window.addEventListener('online', this.tryNow);
  }

  async sizeBytes(): Promise<number> {
    return this.#untilItWorks(async () => (await this.#validGrant()).sizeBytes);
  }

  async bytes(begin: number, end: number): Promise<Uint8Array> {
    return this.#untilItWorks(async (tries) => {
      if (this.#whole !== null) return (await this.#whole).slice(begin, end);
      const { url, sizeBytes } = await this.#validGrant();
      const response = await this.#fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, credentials: 'omit', cache: 'no-store' });
      const length = Number(response.headers.get('content-length'));
      const isThePart = response.status === 206 || (response.status === 200 && length === end - begin);
      if (isThePart) {
        const part = await readExactly(response, end - begin);
        this.#fetchedBytes += part.length;
        return part;
      }
      if (tries >= wholeAfterTries && response.status === 200 && length === sizeBytes && length <= wholeAtMostBytes) return (await this.#theWhole(response, length)).slice(begin, end);
      this.#grant = null;
      void response.body?.cancel();
      throw new NotNow(response.status === 403 ? 'refused' : 'away');
    });
  }

  /** Once, whoever asks for another part meanwhile. */
  async #theWhole(response: Response, length: number): Promise<Uint8Array> {
    if (this.#whole !== null) {
      void response.body?.cancel();
      return this.#whole;
    }
    this.#whole = readExactly(response, length);
    try {
      const whole = await this.#whole;
      this.#fetchedBytes = whole.length;
      return whole;
    } catch (error) {
      this.#whole = null;
      throw error;
    }
  }

  /** How much of the book has come so far: pdf.js asks for no part twice. */
  get fetchedBytes(): number {
    return this.#fetchedBytes;
  }

  /** Whether anything is awaited at this moment. */
  get isFetching(): boolean {
    return this.#underWayCount > 0;
  }

  /** Ends the pause before the next try. */
  readonly tryNow = (): void => this.#pause.end();

  /** Ends all waiting; nothing is answered any more. */
  close(): void {
    window.removeEventListener('online', this.tryNow);
    this.#end.abort();
  }

  async #validGrant(): Promise<Grant> {
    if (this.#grant !== null && performance.now() < this.#grant.renewAtMs) return this.#grant;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<Grant> {
    const response = await this.#fetch(this.#contentCall, { cache: 'no-store' });
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
      // its parts are no parts of the file that is open here
      throw new NotNow('away');
    }
    // By the library's own clock, counted on one that nobody can set: a phone may be wrong by hours.
    const lifetimeMs = new Date(answer.expiresAt).getTime() - new Date(answer.now).getTime();
    this.#grant = { url: answer.url, sizeBytes: answer.sizeBytes, renewAtMs: performance.now() + lifetimeMs - Math.min(10_000, lifetimeMs / 4) };
    return this.#grant;
  }

  /** An answer's head, which a dead line never sends either. */
  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const leave = new AbortController();
    const stop = () => leave.abort();
    this.#end.signal.addEventListener('abort', stop);
    try {
      const response = await within(stallMs, fetch(url, { ...init, signal: leave.signal }));
      if (response === undefined) throw new NotNow('away');
      return response;
    } catch (error) {
      stop();
      throw error;
    } finally {
      this.#end.signal.removeEventListener('abort', stop);
    }
  }

  async #untilItWorks<T>(attempt: (tries: number) => Promise<T>): Promise<T> {
    const me = Symbol('wait');
    this.#underWayCount += 1;
    const slow = setTimeout(() => this.#say(me, 'slow'), slowAfterMs);
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          const result = await attempt(tries);
          return this.#end.signal.aborted ? never() : result;
        } catch (error) {
          if (this.#end.signal.aborted) return never();
          // An address that has just run out is renewed without a word.
          if (error instanceof NotNow && error.why === 'refused' && tries === 0) continue;
          if (!(error instanceof NotNow)) this.#grant = null;
          clearTimeout(slow);
          this.#say(me, 'away');
          await this.#pause.for(Math.min(15_000, 500 * 2 ** tries));
        }
      }
    } finally {
      clearTimeout(slow);
      this.#underWayCount -= 1;
      this.#say(me, null);
    }
  }

  #say(who: symbol, waiting: Waiting | null): void {
    if (waiting === null ? !this.#waits.delete(who) : this.#waits.get(who) === waiting) return;
    if (waiting !== null) this.#waits.set(who, waiting);
    const all = [...this.#waits.values()];
    this.#events.onWaiting(all.includes('away') ? 'away' : (all[0] ?? null));
  }
}

type Grant = { readonly url: string; readonly sizeBytes: number; readonly renewAtMs: number };

async function closedBy(response: Response): Promise<Closed | null> {
  if (response.status === 401) return { reason: 'logged-out' };
  if (response.status === 404) return { reason: 'missing' };
  if (response.status !== 410) return null;
  const facts = (await response.json()) as { endedAt: string; endedBy: 'returned' | 'expired' | 'revoked' };
  return { reason: 'loan-ended', endedAt: facts.endedAt, endedBy: facts.endedBy };
}
