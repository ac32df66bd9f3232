const lookEveryMs = 1000;
const stuckAfterLooks = 60;

/**
 * The work, unless it neither ends nor waits for bytes for a minute: pdf.js has lost itself in it. A hidden tab draws
 * nothing, so its time does not count.
 */
export function unlessStuck<T>(work: Promise<T>, isFetching: () => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    let idleLooks = 0;
    const timer = setInterval(() => {
      idleLooks = isFetching() || document.visibilityState === 'hidden' ? 0 : idleLooks + 1;
      if (idleLooks < stuckAfterLooks) return;
      clearInterval(timer);
      reject(new Error('stuck'));
    }, lookEveryMs);
    work.then(resolve, reject).finally(() => clearInterval(timer));
  });
}
