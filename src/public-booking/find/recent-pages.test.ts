import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeNotice } from "../../live/announce.ts";
import { followOffices } from "../../live/follow-offices.ts";
import { createHub, type Hub } from "../../live/hub.ts";
import { noticeText } from "../../live/notice.ts";
import { html } from "../../platform/text/html.ts";
import { createRecentPages, type RecentPages, type TellingPage } from "./recent-pages.ts";

let hub: Hub;
let pages: RecentPages;
let made = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  hub = createHub({ onRuling: () => {}, onLetter: () => {} });
  pages = createRecentPages(followOffices(hub));
  made = 0;
  hub.setHearing(true);
  pass(2_000);
});
afterEach(() => void vi.useRealTimers());

/** Time goes by, and what was told is heard meanwhile. */
function pass(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
  hub.hearUntil(performance.now());
}

const NOW = Temporal.Instant.from("2026-11-24T08:42:00Z");
const question = { reader: { language: "el" }, key: ["start"], now: NOW } as const;
const ask = async (
  more: Partial<Parameters<RecentPages["load"]>[0]> = {},
  tells: TellingPage["tells"] = "rules",
): Promise<string> => {
  const { gzipped } = await pages.load({ ...question, ...more }, async () => ({ html: html`<p>${++made}</p>`, tells }));
  return gunzipSync(gzipped).toString();
};
const changed = () => hub.hear(changeNotice(7, [Temporal.PlainDate.from("2026-11-25")], crypto.randomUUID(), null));

test("a page is made once for all who ask, and for each language, question and minute by itself", async () => {
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(["<p>1</p>", "<p>1</p>", "<p>1</p>"]);
  await ask({ reader: { language: "en" } });
  await ask({ key: ["start", null] });
  await ask({ now: NOW.add({ minutes: 1 }) });
  expect(made).toBe(4);
});

test.each([
  ["rules of an office", () => hub.hear(noticeText({ kind: "rules", office: 7 })), 2, 2],
  ["a ruling of the ministry", () => hub.hear(noticeText({ kind: "ruling" })), 2, 2],
  ["an appointment", changed, 1, 2],
  ["an office's e-mails", () => hub.hear(noticeText({ kind: "mails", office: 7 })), 1, 1],
])("after a second, and a notice of %s, it is made anew where it tells of that", async (_what, act, rules, times) => {
  for (const [tells, expected] of [
    ["rules", rules],
    ["times", times],
  ] as const) {
    made = 0;
    pass(3_000);
    const own = { key: [tells] };
    await ask(own, tells);
    pass(3_000);
    await ask(own, tells);
    expect(made, "nothing has changed").toBe(1);
    act();
    pass(1_001);
    await ask(own, tells);
    expect(made).toBe(expected);
  }
});

test("what was ruled by this process is told at once, also to whoever asked while the page was made", async () => {
  await ask();
  hub.hear(noticeText({ kind: "ruling" }));
  pass(1);
  expect(await ask()).toBe("<p>2</p>");
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = pages.load({ ...question, key: ["slow"] }, async () => {
    await promise;
    return { html: html`<p>before</p>`, tells: "rules" };
  });
  hub.hear(noticeText({ kind: "rules", office: 7 }));
  pass(1);
  expect(await ask({ key: ["slow"] })).toBe("<p>3</p>");
  resolve();
  await slow;
  expect(await ask({ key: ["slow"] })).toBe("<p>3</p>");
});

test("what is being read at the moment is told for a second", async () => {
  await ask({}, "moment");
  pass(999);
  await ask({}, "moment");
  expect(made).toBe(1);
  pass(2);
  await ask({}, "moment");
  expect(made).toBe(2);
});

test("what may be made of what was read before a notice is believed for a second, and not until the next one", async () => {
  hub.hear(noticeText({ kind: "rules", office: 7 }));
  pass(500);
  await ask();
  pass(1_001);
  await ask();
  expect(made).toBe(2);
  pass(5_000);
  await ask();
  expect(made).toBe(2);
});

test("while nothing is heard, or not known to be, each is made by itself", async () => {
  await ask();
  vi.advanceTimersByTime(1_001);
  await Promise.all([ask(), ask()]);
  expect(made).toBe(3);
  hub.setHearing(false);
  await ask();
  expect(made).toBe(4);
});

test("what is refused is refused to all who ask, and nothing of it stays", async () => {
  const refusing = () => pages.load(question, () => Promise.reject(new Error("no such office")));
  await expect(refusing()).rejects.toThrow("no such office");
  expect(await ask()).toBe("<p>1</p>");
});
