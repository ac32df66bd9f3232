/** Bytes that could not be had this time: `refused` by storage (the address has run out), or whoever has them is `away`. */
export class NotNow extends Error {
  constructor(readonly why: 'refused' | 'away') {
    super(why);
  }
}

/** A network that dies in the middle of an answer often never says so: it is given up when nothing has come for a while. */
export const stallMs = 20_000;

/** Exactly so many bytes of an answer; fewer, more, or none for a while is no answer. */
export async function readExactly(response: Response, length: number, patienceMs = stallMs): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const bytes = new Uint8Array(length);
  let at = 0;
  try {
    for (;;) {
      const read = await within(patienceMs, reader?.read());
      if (read?.value === undefined) break;
      if (at + read.value.length > length) throw new NotNow('away');
      bytes.set(read.value, at);
      at += read.value.length;
    }
    if (at !== length) throw new NotNow('away');
    return bytes;
  } catch (error) {
    void reader?.cancel().catch(() => undefined);
    throw error;
  }
}

export async function within<T>(milliseconds: number, work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new NotNow('away')), milliseconds)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Something to wait for that comes by itself after a while, or at once when somebody says so. */
export class Pause {
  readonly #waiting = new Set<() => void>();

  for(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.#waiting.add(go);
    });
  }

  end(): void {
    for (const go of [...this.#waiting]) go();
  }
}

/** After the end nobody waits for an answer: pdf.js drops its requests with the document. */
export function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
