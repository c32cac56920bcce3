import { readFileSync } from "node:fs";
import { newToken } from "../../src/platform/token.ts";

/** Name → value, of an example of settings, each secret of it made one's own. */
export function ownSettings(file: string): Readonly<Record<string, string>> {
  const lines = readFileSync(file, "utf8").split("\n");
  const settings = lines.flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name && value !== undefined ? [[name, value.replace(/CHANGE-ME(-CHANGE-ME)*/, newToken())]] : [];
  });
  return Object.fromEntries(settings);
}
