import { Worker } from 'node:worker_threads';

/**
 * Ends this process when it takes too long or too much memory, from a thread of its own: a hostile file can hold
 * the main thread for ever, and the server that started us may be dead by then. Resolves once the thread has looked
 * for the first time: no byte of the file is read before.
 */
export function guardProcess({ memoryBytes, timeMs }) {
  process.on('disconnect', () => process.exit(1));
  const thread = new Worker(watch, { eval: true, workerData: { memoryBytes, timeMs }, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  thread.unref();
  return new Promise((resolve) => thread.once('message', resolve));
}

const watch = `
const { parentPort, workerData } = require('node:worker_threads');
const end = performance.now() + workerData.timeMs;
const look = () => {
  if (performance.now() < end && process.memoryUsage.rss() < workerData.memoryBytes) return;
  process.kill(process.pid, 'SIGKILL');
};
look();
parentPort.postMessage('watching');
setInterval(look, 50);
`;
