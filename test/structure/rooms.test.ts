import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { roomRingFindings } from "./rooms.ts";
import { sourceFiles } from "./source-files.ts";

const files = await sourceFiles(["src"]);

test("no rooms stand in a ring", () => {
  expect(roomRingFindings(files).map(inWords)).toEqual([]);
});

test("a planted fault is found: what pages are made of knows the frame around them", () => {
  const planted = new Map([...files, ["src/kit/planted.ts", 'import type { Shell } from "../web/router.tsx";\n']]);
  expect(roomRingFindings(planted).map(inWords)).toContainEqual(
    "src/kit/planted.ts: imports web, from which a way leads back to kit",
  );
});

test("a planted fault is found: a ring of three, over types and over several lines", () => {
  const planted = new Map([
    ["src/queues/rules.ts", 'import {\n  type Page,\n} from "./ui/page.tsx";\n'],
    ["src/queues/ui/page.tsx", 'export type { Sheet } from "../../diary/sheet.ts";\n'],
    ["src/diary/sheet.ts", 'const rules = await import("../queues/rules.ts");\n'],
    ["src/diary/sheet.test.ts", 'import "../queues/ui/page.tsx";\n'],
  ]);
  expect(roomRingFindings(planted).map(({ file }) => file)).toEqual([
    "src/queues/rules.ts",
    "src/queues/ui/page.tsx",
    "src/diary/sheet.ts",
  ]);
});
