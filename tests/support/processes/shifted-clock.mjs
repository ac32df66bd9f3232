// Preloaded into a server process: its own clock goes wrong by PINJAM_CLOCK_SHIFT milliseconds, and by others when it is told so.
const TrueDate = Date;
let shiftMs = Number(process.env.PINJAM_CLOCK_SHIFT ?? 0);

process.on('message', (message) => {
  if (typeof message?.shiftMs === 'number') shiftMs = message.shiftMs;
});
// listening to the parent alone keeps no process alive
process.channel?.unref();

globalThis.Date = class Date extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(TrueDate.now() + shiftMs);
    else super(...parts);
  }
  static now() {
    return TrueDate.now() + shiftMs;
  }
};
