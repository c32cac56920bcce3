import { expect, test } from "vitest";
import { fileSizeFindings } from "./file-sizes.ts";
import { inWords } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";

test("no file is longer than 400 lines", async () => {
  expect(fileSizeFindings(await sourceFiles(["src", "trial", "test", "scripts", "db"])).map(inWords)).toEqual([]);
});

test("a planted fault is found: one line too many", () => {
  const lines = (count: number) => "line\n".repeat(count);
  const files = new Map([
    ["src/queues/long.ts", lines(401)],
    ["src/queues/short.ts", lines(400)],
    ["src/text/greek-words.ts", lines(900)],
  ]);
  expect(fileSizeFindings(files).map(inWords)).toEqual(["src/queues/long.ts: 401 lines; is it one thing?"]);
});
