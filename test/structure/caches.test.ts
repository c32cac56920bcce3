import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { cacheFindings, cacheNames, type NoCaches } from "./caches.ts";
import { inWords } from "./finding.ts";
import { isTest, ROOT, sourceFiles } from "./source-files.ts";

const CACHE_ITSELF = "what all caches are made of";
const NO_CACHES: NoCaches = {
  "src/appointments/book-together.ts placed": "ends with the transaction",
  "src/appointments/day/own-texts.ts texts": "of a cached day and gone with it: one for each who serves there, and one",
  "src/appointments/place/alternatives.ts underWay": "reads under way: gone with their answer",
  "src/diary/turns.ts lines": "who waits for their turn: gone with it",
  "src/entrance/display/routes.ts streams": "how many pages of each display listen: gone with the last of them",
  "src/entrance/office-feeds.ts feeds": "the offices that somebody follows: gone a second after the last of them",
  "src/entrance/office-feeds.ts followers": "those that listen",
  "src/identity/directory/refresh-rights.ts attemptsOf": "what became of an employee's last try, as many as employees",
  "src/platform/jobs/start-job.ts wakers": "how to wake the jobs of a process, as many as jobs: gone with its database",
  "src/live/fillings.ts marksOf": "the places being filled in, 64 of an office, gone after a while",
  "src/live/follow-offices.ts changedAt": "when offices changed, as many as offices: what a cache is validated by",
  "src/live/follow-offices.ts mailsChangedAt": "the same of their e-mails",
  "src/identity/session-cache.ts changedAt":
    "when sessions of employees changed, as many as employees: what a cache is validated by",
  "src/live/hub.ts desksOf": "the desks that listen",
  "src/live/hub.ts gathered": "changes of the last milliseconds",
  "src/mail/pace.ts next": "when the next letter may leave, by domain: its past ones go beyond 10,000",
  "src/measures/promises/promise-notes.ts noted": "ranges of the last second, written then",
  "src/partners/webhooks/start-notifying.ts underWay": "work under way: gone with its end",
  "src/platform/cache.ts entries": CACHE_ITSELF,
  "src/platform/cache.ts tallies": CACHE_ITSELF,
  "src/platform/database/sql.ts names": "names of statements, as many as are written: a connection knows them by these",
  "src/platform/http/limits/admission.ts counts": "a tally of requests under way",
  "src/platform/http/limits/admission.ts underWay": "requests under way",
  "src/platform/http/limits/shared-limits.ts blocks": "a tally of each partner's tries",
  "src/platform/http/limits/shared-limits.ts taking": "writes under way: gone with their answer",
  "src/platform/http/request-log.ts causes": "a tally of the last second",
  "src/platform/joint-act.ts lines": "acts that wait: gone when they are done",
  "src/platform/joint-read.ts turns": "reads under way: gone with their answer",
  "src/platform/memoize.ts values": CACHE_ITSELF,
  "src/proposals/affected.ts days": "ends with the proposal",
  "src/proposals/places.ts free": "ends with the proposal, and is written to: what is given goes",
  "src/proposals/places.ts queues": "ends with the proposal, and is written to: what is given goes",
  "src/public-booking/find/first-times/load-queue.ts turns": "loads that wait, 10,000 at most: gone with their turn",
  "src/public-booking/find/first-times/load-queue.ts waiting": "the same",
  "src/public-booking/find/first-times/look.ts own": "ends with the look of one request",
  "src/public-booking/find/first-times/moments.ts moments": "of one minute, as many as offices differ in their terms",
  "src/public-booking/hoarding/tally.ts counted": "a tally, written every five seconds",
  "src/search/match.ts known": "ends with the search",
  "src/text/say.ts rules": "of six languages",
  "src/text/text.ts texts": "six languages, which are told apart by being the same",
};

test("what is asked for again is cached in one way", async () => {
  expect(cacheFindings(await sourceFiles(["src"]), NO_CACHES).map(inWords)).toEqual([]);
});

test("the operator reads of every cache what it holds at most, and of no other", async () => {
  const table = (await readFile(`${ROOT}docs/operations.md`, "utf8")).split("| `cache` |")[1]?.split("\n\n")[0] ?? "";
  const documented = table
    .split("\n")
    .slice(2)
    .flatMap((row) => row.split("|")[1]?.trim().split(", ") ?? []);
  expect(documented.sort()).toEqual(cacheNames(await sourceFiles(["src"])).sort());
});

test.each([
  ["outside of functions", "const known = new Map<string, number>();"],
  [
    "in what a function returns",
    "export const f = () => { const known = new Map(); return { of: (k) => known.set(k, 1) }; };",
  ],
  [
    "by a helper of what is returned",
    "function f() { const known = new WeakMap(); const put = (k) => known.set(k, 1); return (k) => put(k); }",
  ],
  ["in a hook", "function f(app) { const known = new Map(); app.addHook('x', () => void known.set(1, 1)); }"],
  ["a set of keys", "const known = new Set(); export const f = (key) => known.add(key);"],
  ["filled once", "function f() { let known; return async () => { known ??= await read(); return known; }; }"],
])("a planted fault is found: %s", (_name, text) => {
  const files = new Map([["src/diary/planted.ts", text]]);
  expect(cacheFindings(files, {}).map(inWords)).toEqual([expect.stringContaining("known: it outlives what made it")]);
});

test.each([
  [
    "one that ends with the call",
    "function f(rows) { const known = new Map(); for (const row of rows) known.set(row, 1); }",
  ],
  [
    "one written by what is called at once",
    "const f = (rows) => { const m = new Map(); rows.forEach((r) => m.set(r, 1)); };",
  ],
  [
    "one written by a helper",
    "function f() { const m = new Map(); const put = (k) => m.set(k, 1); put(1); return m; }",
  ],
  ["a constant", "const known = new Map([[1, 2]]);"],
  ["what hangs on a request", "const known = new WeakMap<FastifyRequest, Session>();"],
])("%s is no fault", (_name, text) => {
  expect(cacheFindings(new Map([["src/diary/planted.ts", text]]), {})).toEqual([]);
});

test("an exception without use is found", () => {
  expect(cacheFindings(new Map(), { "src/diary/turns.ts lines": "no more" }).map(inWords)).toEqual([
    "src/diary/turns.ts: lines: the exception has no use any more",
  ]);
});

test("when an office changed is followed once in a process, for all that live by it", async () => {
  const sources = [...(await sourceFiles(["src"]))].filter(([path]) => !isTest(path) && path !== FOLLOWER);
  const calls = sources.flatMap(([path, text]) => [...text.matchAll(/\bfollowOffices\(/g)].map(() => path));
  expect(calls).toEqual(["src/app.ts"]);
});

const FOLLOWER = "src/live/follow-offices.ts";
