import type { Terminal } from "./command.ts";

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const draw = (text: string) => stderr.write(`\r\u001b[K${text}`);
  return {
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    ...(stdout.isTTY && { clear: () => void stdout.write("\u001b[H\u001b[2J\u001b[3J") }),
    ...(stderr.isTTY && { draw }),
  };
}

/** Text from a file may hold anything, and must not move the cursor or the order of the text. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
