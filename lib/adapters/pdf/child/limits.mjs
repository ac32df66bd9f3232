import { Worker } from 'node:worker_threads';

/**
 * Ends this process when it takes too long or too much memory, from a thread of its own: a hostile file can hold
 * the main thread for ever, and the server that started us may be dead by then.
 */
export function guardProcess({ memoryBytes, timeMs }) {
  new Worker(watch, { eval: true, workerData: { memoryBytes, timeMs }, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
  process.on('disconnect', () => process.exit(1));
}

const watch = `
const { workerData } = require('node:worker_threads');
const end = performance.now() + workerData.timeMs;
setInterval(() => {
  if (performance.now() < end && process.memoryUsage.rss() < workerData.memoryBytes) return;
  process.kill(process.pid, 'SIGKILL');
}, 50);
`;
