import { expect, test } from "vitest";
import type { ServiceInVain } from "../contract.ts";
import { whatHelps } from "./what-helps.ts";

const SERVICE: ServiceInVain = {
  code: "vehicle",
  name: "Μεταβίβαση",
  nameEn: "Transfer",
  visits: 1000,
  paper: 0,
  elsewhere: 0,
  needless: 0,
  mostMissing: null,
  notSaid: 0,
  changed: null,
};
const helps = (more: Partial<ServiceInVain>) => whatHelps({ ...SERVICE, ...more });

test("what half of those in vain lacked is said, of ten and more", () => {
  expect(helps({ needless: 5, elsewhere: 4, paper: 1 })).toEqual({ what: "needless" });
  expect(helps({ needless: 4, elsewhere: 5, paper: 1 })).toEqual({ what: "elsewhere" });
  expect(helps({ needless: 9 })).toBeNull();
  expect(helps({ needless: 4, elsewhere: 4, paper: 4 })).toBeNull();
});

test("of papers the line that was missing in half of them, or that our words lack it", () => {
  const mostMissing = { line: "το πρωτότυπο", count: 6 };
  expect(helps({ paper: 12, mostMissing })).toEqual({ what: "line", line: "το πρωτότυπο", count: 6, of: 12 });
  expect(helps({ paper: 13, mostMissing })).toBeNull();
  expect(helps({ paper: 12, mostMissing, notSaid: 6 })).toEqual({ what: "not-said", count: 6, of: 12 });
});

test("where the words have just changed it is seen first what that did", () => {
  expect(helps({ needless: 50, changed: "2026-11-10" })).toEqual({ what: "changed", date: "2026-11-10" });
});
