import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { recently } from "./recently.ts";

const db = {} as Database;
const found = async () => ({});
const never = () => new Promise<object>(() => {});
const pass = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);
beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("a reading that failed is nobody else's answer: who waited for it reads anew, and nothing is told at no cost", async () => {
  const { of, isShared } = recently<object>();
  const failing = of(db, "one", () => Promise.reject(new Error("no time left")));
  const waiting = of(db, "one", found);
  await expect(failing).rejects.toThrow("no time left");
  expect(await waiting).toEqual({});
  expect(isShared(db, "one")).toBe(false);
});

test("a refusal of what was asked for is told to all who wait, and nobody reads again; the next one does", async () => {
  const { of, isShared } = recently<object>();
  let readings = 0;
  const refused = async () => {
    readings++;
    throw new Refusal(404, "service-unknown");
  };
  const answers = await Promise.allSettled(Array.from({ length: 50 }, () => of(db, "one", refused)));
  expect(answers.every(({ status }) => status === "rejected")).toBe(true);
  expect(readings).toBe(1);
  expect(isShared(db, "one")).toBe(false);
  expect(await of(db, "one", found)).toEqual({});
});

test("a reading that failed after it was waited for no more takes nobody's answer away", async () => {
  const { of, isShared } = recently<object>();
  const late = Promise.withResolvers<object>();
  const first = of(db, "one", () => late.promise);
  pass(3_000);
  await of(db, "one", found);
  late.reject(new Error("no time left"));
  await expect(first).rejects.toThrow("no time left");
  expect(isShared(db, "one")).toBe(true);
});

test("of what is remembered the oldest makes room", async () => {
  const { of, isShared } = recently<object>({ most: 2 });
  for (const key of ["one", "two", "three"]) await of(db, key, found);
  expect(["one", "two", "three"].map((key) => isShared(db, key))).toEqual([false, true, true]);
});

test("a reading that takes too long is waited for no more", async () => {
  const { of, isShared } = recently<object>();
  void of(db, "one", never);
  pass(2_999);
  expect(isShared(db, "one")).toBe(true);
  pass(1);
  expect(isShared(db, "one")).toBe(false);
  expect(await of(db, "one", found)).toEqual({});
});

test("those who asked a while ago are not many any more", async () => {
  const { of, isShared } = recently<object>();
  await Promise.all(Array.from({ length: 20 }, () => of(db, "one", found)));
  pass(2_000);
  expect(isShared(db, "one")).toBe(true);
  pass(1);
  expect(isShared(db, "one")).toBe(false);
});
