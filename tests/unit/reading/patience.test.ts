import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { NotNow, Pause, readExactly } from '@/app/(reading)/read/_reader/book/patience';
import { unlessStuck } from '@/app/(reading)/read/_reader/book/stuck';

const bytes = (length: number) => new Uint8Array(length).fill(7);

/** An answer whose body comes in these pieces; `open`: and then nothing more, without an end. */
function answer(pieces: readonly Uint8Array[], open = false): Response {
  return new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        if (!open) controller.close();
      },
    }),
  );
}

describe('a part of the book', () => {
  test('is put together from whatever pieces it comes in', async () => {
    expect(await readExactly(answer([bytes(3), bytes(4)]), 7)).toEqual(bytes(7));
  });

  test('that is cut short, or longer than it was asked for, is no part', async () => {
    await expect(readExactly(answer([bytes(3)]), 7)).rejects.toBeInstanceOf(NotNow);
    await expect(readExactly(answer([bytes(3), bytes(5)]), 7)).rejects.toBeInstanceOf(NotNow);
  });

  test('that stops in the middle without a word is given up', async () => {
    await expect(readExactly(answer([bytes(3)], true), 7, 20)).rejects.toBeInstanceOf(NotNow);
  });
});

describe('a pause before the next try', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('ends by itself', async () => {
    const over = jest.fn();
    void new Pause().for(1000).then(over);
    await jest.advanceTimersByTimeAsync(999);
    expect(over).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledTimes(1);
  });

  test('or for everybody at once when somebody says so', async () => {
    const over = jest.fn();
    const pause = new Pause();
    void pause.for(15_000).then(over);
    void pause.for(500).then(over);
    pause.end();
    await jest.advanceTimersByTimeAsync(0);
    expect(over).toHaveBeenCalledTimes(2);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a page that is drawn without an end', () => {
  const page = { visibilityState: 'visible' };
  beforeEach(() => {
    jest.useFakeTimers();
    page.visibilityState = 'visible';
    Object.assign(globalThis, { document: page });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'document');
  });

  const endless = () => new Promise<never>(() => undefined);
  async function outcomeAfter(minutes: number, isFetching: () => boolean): Promise<string> {
    let outcome = 'goes on';
    unlessStuck(endless(), isFetching).catch(() => (outcome = 'given up'));
    await jest.advanceTimersByTimeAsync(minutes * 60_000);
    return outcome;
  }

  test('is given up after a minute in which it waits for no bytes', async () => {
    expect(await outcomeAfter(0.9, () => false)).toBe('goes on');
    expect(await outcomeAfter(1, () => false)).toBe('given up');
  });

  test('but not while bytes are on their way, nor while nobody looks', async () => {
    expect(await outcomeAfter(5, () => true)).toBe('goes on');
    page.visibilityState = 'hidden';
    expect(await outcomeAfter(5, () => false)).toBe('goes on');
  });

  test('one that ends is passed on as it ended', async () => {
    await expect(unlessStuck(Promise.resolve('drawn'), () => false)).resolves.toBe('drawn');
    await expect(unlessStuck(Promise.reject(new Error('torn')), () => false)).rejects.toThrow('torn');
    expect(jest.getTimerCount()).toBe(0);
  });
});
