import { readFileSync } from "node:fs";
import { ROOT } from "../structure/source-files.ts";

/** What ops/container/Containerfile says of the image and of how it is built. */

const text = readFileSync(`${ROOT}ops/container/Containerfile`, "utf8").replaceAll("\\\n", " ");
const [, building = "", served = ""] = text.split(/^FROM .*$/m);

const said = (stage: string, word: string): string[] =>
  stage.split("\n").flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

const list = (word: string): string[] => JSON.parse(said(served, word).at(-1) ?? "[]");

/** Of the stage that builds, each a line for a shell */
export const BUILD_COMMANDS: readonly string[] = said(building, "RUN").flatMap((line) =>
  line.split("&&").map((command) => command.trim()),
);

export const IMAGE = {
  command: [...list("ENTRYPOINT"), ...list("CMD")],
  account: Number(said(served, "USER").at(-1)?.split(":")[0]),
  env: Object.fromEntries(
    said(served, "ENV")
      .flatMap((line) => line.split(/\s+/))
      .map((pair) => pair.split("=") as [string, string]),
  ),
} as const;
