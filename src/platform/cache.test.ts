import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Cache, type CacheOptions, cacheTallies, createCache } from "./cache.ts";
import { Refusal } from "./refusal.ts";

const found = async () => ({});
const never = () => new Promise<object>(() => {});
const pass = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);
const aCache = (options: Partial<CacheOptions<string, object>> = {}): Cache<string, object> =>
  createCache({ name: "tried", max: 500, ttlMs: 1_000, ...options });
const ALL = 20;
const loadByMany = (cache: Cache<string, object>, read: () => Promise<object>) =>
  Promise.allSettled(Array.from({ length: ALL }, () => cache.load("one", read)));
beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("all who ask at once are told what was loaded once; when it has expired it is loaded anew", async () => {
  const cache = aCache();
  const read = vi.fn(found);
  const answers = await loadByMany(cache, read);
  expect(new Set(answers.map((each) => each.status === "fulfilled" && each.value)).size).toBe(1);
  pass(999);
  await cache.load("one", read);
  expect(read).toHaveBeenCalledTimes(1);
  pass(1);
  expect(cache.get("one")).toBeUndefined();
  await cache.load("one", read);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a load that failed is nobody else's answer: who waited for it reads anew, and nothing is told at no cost", async () => {
  const cache = aCache();
  const failing = cache.load("one", () => Promise.reject(new Error("no time left")));
  const waiting = cache.load("one", found);
  await expect(failing).rejects.toThrow("no time left");
  expect(await waiting).toEqual({});
  expect(cache.isShared("one")).toBe(false);
});

test("a refusal of what was asked for is told to all who wait, and nobody reads again; the next one does", async () => {
  const cache = aCache();
  const read = vi.fn(() => Promise.reject(new Refusal(404, "service-unknown")));
  const answers = await loadByMany(cache, read);
  expect(answers.every(({ status }) => status === "rejected")).toBe(true);
  expect(read).toHaveBeenCalledTimes(1);
  expect(cache.isShared("one")).toBe(false);
  expect(await cache.load("one", found)).toEqual({});
});

test("a load that failed after it was waited for no more takes nobody's answer away", async () => {
  const cache = aCache();
  const late = Promise.withResolvers<object>();
  const first = cache.load("one", () => late.promise);
  pass(3_000);
  await cache.load("one", found);
  late.reject(new Error("no time left"));
  await expect(first).rejects.toThrow("no time left");
  expect(cache.isShared("one")).toBe(true);
});

test("a load that takes too long is waited for no more", async () => {
  const cache = aCache();
  void cache.load("one", never);
  pass(2_999);
  expect(cache.isShared("one")).toBe(true);
  pass(1);
  expect(cache.isShared("one")).toBe(false);
  expect(await cache.load("one", found)).toEqual({});
});

test("what is cleared while it is loaded is not stored", async () => {
  const cache = aCache();
  const { promise, resolve } = Promise.withResolvers<object>();
  const loading = cache.load("one", () => promise);
  cache.clear();
  resolve({});
  await loading;
  expect(cache.get("one")).toBeUndefined();
});

test("beyond its size what was stored first makes room", () => {
  const cache = aCache({ max: 2 });
  for (const key of ["one", "two", "one", "three"]) cache.set(key, {});
  expect(["one", "two", "three"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
});

test("what a validator knows to be right is valid however old it is, and without it until it expires", async () => {
  let validFrom = 0;
  const cache = aCache({ validate: (_, since) => since >= validFrom });
  await cache.load("one", found);
  pass(60_000);
  expect(cache.get("one")).toEqual({});
  validFrom = performance.now();
  expect(cache.get("one")).toBeUndefined();
});

test("a cache goes by the clock that it is given; one that went back makes nothing valid", () => {
  let now = 5_000;
  const cache = aCache({ clock: () => now });
  cache.set("one", {});
  pass(60_000);
  expect(cache.get("one")).toEqual({});
  now = 4_999;
  expect(cache.get("one")).toBeUndefined();
  now = 6_000;
  expect(cache.get("one")).toBeUndefined();
});

test("those who asked a while ago are not many any more", async () => {
  const cache = aCache();
  await loadByMany(cache, found);
  pass(2_000);
  expect(cache.isShared("one")).toBe(true);
  pass(1);
  expect(cache.isShared("one")).toBe(false);
});

test("hits, misses and entries are counted by name; a look at an entry that lacks what is sought is a miss", () => {
  const cache = aCache({ name: "counted", max: 2 });
  cache.get("one");
  cache.set("one", { size: 1 });
  cache.get("one");
  cache.find("one", () => undefined);
  cache.find("one", (value) => value);
  cache.peek("one");
  for (const key of ["two", "three", "three"]) cache.set(key, {});
  expect(cacheTallies().get("counted")).toEqual({ hits: 2, misses: 2, entries: 2 });
  cache.delete("three");
  cache.delete("three");
  expect(cacheTallies().get("counted")?.entries).toBe(1);
  cache.clear();
  expect(cacheTallies().get("counted")?.entries).toBe(0);
});

test("what is outdated is told to nobody more, loaded or on its way", async () => {
  let outdatedUntil = 0;
  const cache = aCache({ isOutdated: (_, since) => since <= outdatedUntil });
  pass(1);
  const first = Promise.withResolvers<object>();
  const before = cache.load("one", () => first.promise);
  outdatedUntil = performance.now();
  pass(1);
  expect(await cache.load("one", async () => ({ is: "new" }))).toEqual({ is: "new" });
  first.resolve({ is: "old" });
  expect(await before).toEqual({ is: "old" });
  expect(cache.get("one")).toEqual({ is: "new" });
  outdatedUntil = performance.now();
  expect(cache.get("one")).toBeUndefined();
});
