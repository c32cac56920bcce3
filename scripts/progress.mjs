const DRAW_MS = 250;
const SAY_MS = 5_000;

/** Says how far something is until it has ended: over one line of a terminal, else a line now and then. */
export async function showProgress(words, ending) {
  const { isTTY } = process.stdout;
  const show = () => process.stdout.write(isTTY ? `\r\u001b[K  ${words()}` : `  ${words()}\n`);
  const timer = setInterval(show, isTTY ? DRAW_MS : SAY_MS);
  try {
    return await ending;
  } finally {
    clearInterval(timer);
    if (isTTY) process.stdout.write("\r\u001b[K");
  }
}
