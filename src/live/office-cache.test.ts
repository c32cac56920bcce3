import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followOffices } from "./follow-offices.ts";
import { createHub, type Hub } from "./hub.ts";
import { noticeText } from "./notice.ts";
import { createOfficeCache, type OfficeCache } from "./office-cache.ts";

const OFFICE = 7;
const change = (office: number) =>
  noticeText({ kind: "change", office, dates: ["2026-11-24"], appointment: crypto.randomUUID(), by: null });

let hub: Hub;
let cache: OfficeCache<object>;
let reads: { resolve(value: object): void }[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  cache = createOfficeCache(followOffices(hub), { name: "tried by office", max: 10 });
  reads = [];
  hub.setHearing(true);
  pass(1);
});
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);
const ask = (mustBeNew = false, office = OFFICE) =>
  cache.load({ office, key: "day", mustBeNew }, () => new Promise((resolve) => reads.push({ resolve })));
const answer = (value: object) => reads.at(-1)?.resolve(value);

test("what one has read all are told, until the office's next notice", async () => {
  const both = [ask(), ask()];
  answer({ of: 1 });
  expect(await Promise.all(both)).toEqual([{ of: 1 }, { of: 1 }]);
  expect(await ask()).toEqual({ of: 1 });
  hub.hear(change(8));
  pass(1);
  void ask();
  expect(reads).toHaveLength(1);
  hub.hear(change(OFFICE));
  pass(1);
  const after = ask();
  answer({ of: 2 });
  expect(await after).toEqual({ of: 2 });
  expect(reads).toHaveLength(2);
});

test("what was begun before a notice is told to nobody who asks after it, though it ends later", async () => {
  const before = ask();
  const old = reads[0];
  hub.hear(change(OFFICE));
  pass(1);
  const after = ask();
  expect(reads).toHaveLength(2);
  answer({ of: 2 });
  expect(await after).toEqual({ of: 2 });
  old?.resolve({ of: 1 });
  expect(await before).toEqual({ of: 1 });
  expect(await ask()).toEqual({ of: 2 });
});

test.each([
  ["rules of the office", noticeText({ kind: "rules", office: OFFICE })],
  ["a ruling of the ministry", noticeText({ kind: "ruling" })],
])("%s are a notice", async (_name, notice) => {
  void ask();
  answer({});
  hub.hear(notice);
  pass(1);
  void ask();
  expect(reads).toHaveLength(2);
});

test("whoever must be told what is so by now reads anew, and others are told that", async () => {
  const first = ask();
  answer({ of: 1 });
  await first;
  const renewed = ask(true);
  answer({ of: 2 });
  expect([await renewed, await ask()]).toEqual([{ of: 2 }, { of: 2 }]);
  expect(reads).toHaveLength(2);
});

test("while nothing is heard, or not known to be, everybody reads, and nothing of it is told later", async () => {
  hub.setHearing(false);
  const deaf = [ask(), ask()];
  expect(reads).toHaveLength(2);
  for (const { resolve } of reads) resolve({ of: 1 });
  await Promise.all(deaf);
  hub.setHearing(true);
  pass(1);
  void ask();
  expect(reads).toHaveLength(3);
  answer({ of: 2 });
  expect(await ask()).toEqual({ of: 2 });
  pass(999);
  void ask();
  expect(reads, "a second since anything was heard").toHaveLength(4);
  hub.hearUntil(performance.now());
  pass(500);
  expect(await ask()).toEqual({ of: 2 });
});
