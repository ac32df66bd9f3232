// Preloaded into a server process: its own clock goes wrong by PINJAM_CLOCK_SHIFT milliseconds, and by others when it is told so.
const TrueDate = Date;
let shiftMs = Number(process.env.PINJAM_CLOCK_SHIFT ?? 0);

process.on('message', (message) => {
  if (typeof message?.shiftMs === 'number') shiftMs = message.shiftMs;
});
// listening to the parent alone keeps no process alive
process.channel?.unref();

const shifted = () => TrueDate.now() + shiftMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, parts, made) => Reflect.construct(target, parts.length === 0 ? [shifted()] : parts, made === globalThis.Date ? target : made),
  apply: () => new TrueDate(shifted()).toString(),
  get: (target, name) => (name === 'now' ? shifted : Reflect.get(target, name)),
});
