import type { Environment } from "../platform/config.ts";
import type { Terminal } from "./command.ts";

/**
 * Hints name a command as whoever reads them can type it: by npm where npm began this one, by its own name where it is installed.
 * Once whoever reads it has gone (`visits doctor | head`), it says nothing more: the command comes to its end, and puts away
 * what it has opened.
 */
export function processTerminal({ npm_lifecycle_event: ofNpm }: Environment): Terminal {
  const { stdout, stderr } = process;
  const unread = new AbortController();
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      if (stream === stdout) unread.abort();
    });
  const worded = (line: string) => (ofNpm === undefined ? line.replaceAll("npm run visits --", "visits") : line);
  const draw = (text: string) => stderr.write(`\r\u001b[K${text}`);
  return {
    out: (line) => stdout.write(`${worded(line)}\n`),
    unread: unread.signal,
    err: (line) => stderr.write(`${worded(line)}\n`),
    ...(stdout.isTTY && { clear: () => void stdout.write("\u001b[H\u001b[2J\u001b[3J") }),
    ...(stderr.isTTY && { draw }),
  };
}

/** Text from a file may hold anything, and must not move the cursor or the order of the text. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
