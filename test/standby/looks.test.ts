import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { OF_NATION } from "../../src/platform/database/sql.ts";
import { openStandby } from "../../src/platform/database/standby/standby.ts";
import type { ReadOnlyDatabase } from "../../src/platform/database/transaction.ts";
import { checkConfig } from "../check-config.ts";
import { aCitizen } from "../citizen.ts";
import { patiently } from "../patience.ts";
import { openToCitizens } from "../public-booking.ts";
import type { TestOffice } from "../world.ts";
import { proxyOf } from "./proxy.ts";
import { aStandbyWorld, type StandbyProcess, type StandbyWorld } from "./standby-world.ts";

/** Two processes, a real primary and a real standby of it. */
let all: StandbyWorld;
let office: TestOffice;
let first: StandbyProcess;
let second: StandbyProcess;
beforeAll(async () => {
  all = await aStandbyWorld();
  const { world } = all;
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true");
  await world.owner.query("update office set latitude = 38, longitude = 23.7, settings_version = settings_version + 1");
  [first, second] = [await all.aProcess(), await all.aProcess()];
}, 60_000);
afterAll(() => all.close());

afterEach(async () => {
  await all.onStandby("select pg_wal_replay_resume() where pg_is_in_recovery()").catch(() => {});
});

const isFit = ({ standby }: StandbyProcess) => standby.state().unfit === null;
const bothFit = () => expect.poll(() => [first, second].every(isFit), { timeout: patiently(10_000) }).toBe(true);

async function see(at: StandbyProcess, path: string): Promise<string> {
  const answer = await fetch(`${at.url}${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

const day = () => `/book/offices/${office.code}/days/2026-11-25?service=signature`;
const isOffered = async (at: StandbyProcess, time: string) => (await see(at, day())).includes(`2026-11-25T${time}`);
/** As open data have it, of which no process remembers anything. */
const isFree = async (at: StandbyProcess, time: string) => {
  const path = `/api/public/v1/offices/${office.code}/times?service=signature&from=2026-11-25&to=2026-11-25`;
  return JSON.parse(await see(at, path)).days[0].times.includes(time);
};
const take = async (time: string) => {
  const chosen = await aCitizen({ app: first.app }).choose(office, "2026-11-25", time);
  expect(chosen.headers.location).toBe("/book/who");
};

const LOOKS = () => [
  "/book",
  "/book/services",
  "/book/services?q=υπογραφή",
  "/book/offices?service=signature&where=Δοκιμής",
  `/book/offices/${office.code}?service=signature`,
  `/book/offices/${office.code}/days?service=signature`,
  day(),
  "/book/earliest?service=signature&lat=38.00&lon=23.70&within=15",
  "/book/bring?service=signature",
  "/book/together?service=signature",
  "/book/open-data",
  "/api/public/v1/offices",
  "/api/public/v1/services",
  `/api/public/v1/offices/${office.code}/first-time?service=signature`,
  `/api/public/v1/offices/${office.code}/times?service=signature&from=2026-11-25&to=2026-11-27`,
  "/api/public/v1/statistics",
];

test("citizens' looks and open data are read at the standby", async () => {
  await bothFit();
  // A busy machine may not know for a moment how far the primary is: then it is that one that is asked.
  const round = async () => {
    const before = await first.looks();
    for (const path of LOOKS()) await see(first, path);
    const after = await first.looks();
    const made = { standby: after.standby - before.standby, primary: after.primary - before.primary };
    return { isEach: made.standby >= LOOKS().length, primary: made.primary };
  };
  await expect.poll(round).toEqual({ isEach: true, primary: 0 });
});

test("while the standby replays nothing, an own booking is seen at once, a colleague's within a second", async () => {
  await bothFit();
  expect(await isFree(first, "09:00")).toBe(true);
  await all.onStandby("select pg_wal_replay_pause()");
  await expect
    .poll(() => all.onStandby("select pg_get_wal_replay_pause_state() as state"))
    .toEqual([{ state: "paused" }]);
  const before = await second.looks();
  await take("09:00");
  expect(await isFree(first, "09:00")).toBe(false);
  const heard = performance.now();
  await expect.poll(() => isFree(second, "09:00"), { interval: 10 }).toBe(false);
  expect(performance.now() - heard).toBeLessThan(patiently(1_000));
  // Whether by then it has been found out or not
  for (const until = performance.now() + 1_500; performance.now() < until; )
    for (const each of [first, second]) expect(await isFree(each, "09:00")).toBe(false);
  for (const each of [first, second]) await expect.poll(() => isOffered(each, "09:00")).toBe(false);
  // It is the primary that has been asked, and not a standby that had it by then.
  expect((await second.looks()).primary).toBeGreaterThan(before.primary);
  expect(await all.onStandby("select from appointment where status = 'held'")).toEqual([]);
});

test("one that is behind by more than the bound is left, which is said, and used again once it has caught up", async () => {
  await bothFit();
  await all.onStandby("select pg_wal_replay_pause()");
  await take("09:15");
  await expect.poll(() => first.standby.state()).toMatchObject({ unfit: expect.stringContaining("behind") });
  const before = await first.looks();
  expect(await isFree(first, "09:15")).toBe(false);
  expect((await first.looks()).standby).toBe(before.standby);
  await all.onStandby("select pg_wal_replay_resume()");
  await bothFit();
  const made = async () => {
    await isFree(first, "09:15");
    return (await first.looks()).standby;
  };
  await expect.poll(made).toBeGreaterThan(before.standby);
});

test("a look that began before it was found out is not made there either", async () => {
  const { standby } = first;
  let reads: ReadOnlyDatabase | null = null;
  // Once a second it is looked at, and may be found out by that first.
  while (!reads) {
    await all.onStandby("select pg_wal_replay_resume()");
    await bothFit();
    await all.onStandby("select pg_wal_replay_pause()");
    await all.world.owner.query("select pg_logical_emit_message(true, 'test', 'something is written')");
    const written = performance.now();
    while (!reads && isFit(first)) {
      reads = standby.readsFor((since) => since >= written);
      await sleep(5);
    }
  }
  await expect(reads.read(OF_NATION, (tx) => tx.sql`select 1`)).rejects.toThrow("behind");
});

test("one that receives nothing any more says itself that it lacks nothing, and is found out", async () => {
  await bothFit();
  await all.onStandby("alter system set primary_conninfo = ''");
  await all.onStandby("select pg_reload_conf()");
  await expect.poll(() => all.onStandby("select from pg_stat_wal_receiver")).toEqual([]);
  await take("09:30");
  const [lies] = await all.onStandby("select pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn() as none_is_lacking");
  expect(lies).toEqual({ none_is_lacking: true });
  expect(await isFree(first, "09:30")).toBe(false);
  await expect.poll(() => first.standby.state().unfit).toContain("behind");
  await all.follow();
});

test("another database of the same standby is not taken for ours", async () => {
  const other = Object.assign(new URL(all.urls.standby), { pathname: "/postgres" }).href;
  const standby = openStandby(other, all.settings);
  await expect.poll(() => standby.state().unfit).toContain("another");
  await standby.stop();
});

test("`visits check-config` tries it", async () => {
  await bothFit();
  const found = async (READ_DATABASE_URL: string) => {
    const { lines } = await checkConfig({
      DATABASE_URL: all.urls.app,
      READ_DATABASE_URL,
      READ_DATABASE_LAG_MS: String(patiently(500)),
    });
    return lines.filter((line) => line.startsWith("standby "));
  };
  expect(await found(all.urls.standby)).toEqual(["standby READ_DATABASE_URL fine standby-fine"]);
  expect(await found(all.urls.app)).toEqual(["standby READ_DATABASE_URL wrong no-standby"]);
  const other = Object.assign(new URL(all.urls.standby), { pathname: "/postgres" }).href;
  expect(await found(other)).toEqual(["standby READ_DATABASE_URL wrong standby-of-another"]);
});

test.runIf(existsSync("/usr/sbin/haproxy"))(
  "of servers behind one address each connection is judged by itself",
  async () => {
    const { pair, urls, settings } = all;
    const proxy = await proxyOf([pair.leader.port, pair.standby.port]);
    const standby = openStandby(Object.assign(new URL(urls.standby), { port: String(proxy.port) }).href, settings);
    const lookOnce = async () => {
      const reads = standby.readsFor(() => true);
      const isThere = reads?.read(OF_NATION, (tx) => tx.sql<{ there: boolean }>`select pg_is_in_recovery() as there`);
      return isThere?.then(
        ([row]) => String(row?.there),
        (error) => `left: ${standby.fail(error)}`,
      );
    };
    const said = new Set<string | undefined>();
    await expect
      .poll(async () => {
        for (const each of await Promise.all([lookOnce(), lookOnce(), lookOnce()])) said.add(each);
        return ["true", "left: true"].every((each) => said.has(each));
      })
      .toBe(true);
    expect([...said].filter((each) => each !== undefined).sort()).toEqual(["left: true", "true"]);
    await standby.stop();
    await proxy.stop();
  },
);

test("one that is stopped is done without, and used again when it is back", async () => {
  const { standby } = all.pair;
  await bothFit();
  const before = await first.looks();
  await expect
    .poll(async () => (await isFree(first, "10:00")) && (await first.looks()).standby)
    .toBeGreaterThan(before.standby);
  await standby.kill();
  const paths = LOOKS();
  for (const path of paths) await see(first, path);
  await expect.poll(() => first.standby.state().unfit).toContain("ECONNREFUSED");
  await standby.start();
});

test("one that was promoted is another primary, by which nobody looks", async () => {
  await bothFit();
  await all.pair.standby.promote();
  await all.onStandby("delete from public_booking");
  for (const each of [first, second]) expect(await isFree(each, "10:00")).toBe(true);
  await expect
    .poll(() => [first, second].map(({ standby }) => standby.state().unfit))
    .toEqual([expect.stringContaining("takes writes"), expect.stringContaining("takes writes")]);
});
