import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHub, type Hub } from "../live/hub.ts";
import { noticeText } from "../live/notice.ts";
import { createOfficeFeeds } from "./office-feeds.ts";

/** What many see at once: when it is read, and which reading each of them is shown. */

let hub: Hub;
let readings: { readonly office: number; readonly end: (view: string) => void; readonly fail: () => void }[];
let errors: unknown[];
beforeEach(() => {
  vi.useFakeTimers();
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  [readings, errors] = [[], []];
});
afterEach(() => vi.useRealTimers());

const [HERE, THERE] = [{ id: 1 }, { id: 2 }];
const BEAT_MS = 15_000;
const change = (office: { id: number }) => hub.hear(noticeText({ kind: "rules", office: office.id }));
const settle = () => vi.advanceTimersByTimeAsync(25);
const feeds = () =>
  createOfficeFeeds<{ id: number }, string>({
    notices: hub,
    clock: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
    beatMs: BEAT_MS,
    read: ({ id }) =>
      new Promise((resolve, reject) =>
        readings.push({ office: id, end: resolve, fail: () => reject(new Error("not read")) }),
      ),
    onError: (error) => errors.push(error),
  });
const follower = () => {
  const seen: string[] = [];
  return { seen, onView: (view: string) => void seen.push(view), end: vi.fn() };
};

test("one reading is for all who follow an office, and for nobody of another", async () => {
  hub.setHearing(true);
  const all = feeds();
  const [a, b, other] = [follower(), follower(), follower()];
  for (const each of [a, b]) all.follow(HERE, each);
  all.follow(THERE, other);
  await settle();
  expect(readings.map(({ office }) => office)).toEqual([1, 2]);
  readings[0]?.end("here");
  readings[1]?.end("there");
  await settle();
  change(HERE);
  change(HERE);
  await settle();
  expect(readings).toHaveLength(3);
  readings[2]?.end("here, changed");
  await settle();
  expect([a.seen, b.seen, other.seen]).toEqual([["here", "here, changed"], ["here", "here, changed"], ["there"]]);
  expect(all.followers()).toBe(3);
});

test("what changes while it is read is read again, and whoever asks meanwhile is told the newer", async () => {
  hub.setHearing(true);
  const all = feeds();
  const one = follower();
  all.follow(HERE, one);
  await settle();
  change(HERE);
  const views = Promise.all([all.view(HERE), all.view(HERE)]);
  await settle();
  expect(readings, "one after the other").toHaveLength(1);
  readings[0]?.end("old");
  await settle();
  readings[1]?.end("new");
  await settle();
  expect(await views).toEqual(["new", "new"]);
  expect([one.seen.at(-1), readings.length]).toEqual(["new", 2]);
});

test("whoever asks by themselves is told what is a second old at most, and nothing once it has changed", async () => {
  hub.setHearing(true);
  const all = feeds();
  const ask = async (answer: string) => {
    const view = all.view(HERE);
    await vi.advanceTimersByTimeAsync(0);
    readings.at(-1)?.end(answer);
    return view;
  };
  expect(await ask("first")).toBe("first");
  expect(await ask("not read")).toBe("first");
  change(HERE);
  expect(await ask("second")).toBe("second");
  all.outdate(HERE);
  expect(await ask("third")).toBe("third");
  await vi.advanceTimersByTimeAsync(999);
  expect(await ask("not read")).toBe("third");
  await vi.advanceTimersByTimeAsync(1);
  expect(await ask("fourth")).toBe("fourth");
  hub.setHearing(false);
  expect(await ask("fifth")).toBe("fifth");
  expect(await ask("sixth"), "nothing is remembered where nothing is heard").toBe("sixth");
});

test("a reading that fails is no view: it is tried again, and one who can't be told takes nothing from the others", async () => {
  hub.setHearing(true);
  const all = feeds();
  const [one, broken] = [follower(), { onView: () => expect.unreachable(), end: () => {} }];
  all.follow(HERE, broken);
  all.follow(HERE, one);
  await settle();
  readings[0]?.fail();
  await settle();
  expect(errors.length).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  readings[1]?.end("read");
  await settle();
  expect(one.seen).toEqual(["read"]);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect(one.seen, "a beat reads nothing anew").toEqual(["read", "read"]);
  expect(readings).toHaveLength(2);
});

test("whoever has left hears nothing, and an office that nobody follows takes no room", async () => {
  hub.setHearing(true);
  const all = feeds();
  const one = follower();
  const leave = all.follow(HERE, one);
  await settle();
  readings[0]?.end("read");
  await settle();
  leave();
  change(HERE);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect([one.seen, readings.length, vi.getTimerCount()]).toEqual([["read"], 1, 0]);
  all.follow(HERE, one);
  all.close();
  expect(one.end).toHaveBeenCalledTimes(1);
});
