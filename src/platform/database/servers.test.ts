import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner } from "../../../test/database.ts";
import { patiently } from "../../../test/patience.ts";
import { aServerPair, type ServerPair } from "../../../test/server-pair.ts";
import { visits } from "../../cli/visits.ts";
import { openDatabase } from "./connect.ts";
import { ensureDatabase } from "./embedded/embedded.ts";
import { migrate } from "./migrate.ts";
import { openPool } from "./pool.ts";
import { addressesIn, loginIn, serversIn } from "./servers.ts";
import { OF_NATION, type Read } from "./sql.ts";

/** Two real servers, of which the first that is named is in recovery. */
let pair: ServerPair;
beforeAll(async () => {
  pair = await aServerPair(async (leader) => {
    await ensureDatabase(leader.url("visits"), "visits");
    await migrate(leader.url("visits"));
    await asOwner(leader.url("visits"), "create role visits login in role visits_app");
  });
});
afterAll(() => pair.remove());

const both = (login: string) =>
  `postgres://${login}@127.0.0.1:${pair.standby.port},127.0.0.1:${pair.leader.port}/visits?target_session_attrs=read-write`;
const settings = () => ({
  DATABASE_URL: both("visits"),
  DATABASE_OWNER_URL: both("owner"),
  DATABASE_DIRECT_URL: undefined,
});

const portOf = async (tx: Read): Promise<number | undefined> =>
  (await tx.sql<{ port: number }>`select inet_server_port() as port`)[0]?.port;

test("an address is one of each of its servers", () => {
  expect(addressesIn("postgres://a:b%2C@one:1,two:2/db?x=1,2")).toEqual([
    "postgres://a:b%2C@one:1/db?x=1,2",
    "postgres://a:b%2C@two:2/db?x=1,2",
  ]);
  expect(addressesIn("postgres://a@one/db?x=1,2")).toEqual(["postgres://a@one/db?x=1,2"]);
  expect(loginIn("postgres://k%C3%AAp:x@one,two/db")).toBe("kêp");
});

test("where none takes writes it says what each of them said", async () => {
  const none = `postgres://owner@127.0.0.1:${pair.standby.port},127.0.0.1:9/visits`;
  await expect(serversIn(none).fit()).rejects.toThrow(/takes no writes.*ECONNREFUSED/);
  const said: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => said.push(line), draw: () => {} };
  for (const url of [none, pair.standby.url("visits")])
    expect(await visits(["doctor"], { DATABASE_URL: url }, terminal)).toBe(1);
  expect(said.join()).toMatch(/None of the servers is as needed.*read-only transaction/s);
});

test("a server that stays but takes no writes any more is left for the one that does", async () => {
  const demoted = await aServerPair(async (first) => {
    await asOwner(first.url("postgres"), "create role visits_app");
  });
  const { leader, standby } = demoted;
  const url = `postgres://owner@127.0.0.1:${leader.port},127.0.0.1:${standby.port}/postgres?target_session_attrs=read-write`;
  const pool = openPool(url, 1, () => {});
  const port = async () => (await pool.query("select inet_server_port() as port")).rows[0].port;
  expect(await port()).toBe(leader.port);
  await asOwner(leader.url("postgres"), "alter system set default_transaction_read_only = on");
  await asOwner(leader.url("postgres"), "select pg_reload_conf()");
  const connections =
    "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  await asOwner(leader.url("postgres"), connections);
  await standby.promote();
  await expect.poll(() => port().catch(() => null), { timeout: patiently(10_000) }).toBe(standby.port);
  await pool.end();
  await demoted.remove();
});

test("commands, pool and notices go to the one that takes writes, and to the other once it is that one", async () => {
  const said: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => said.push(line), draw: () => {} };
  expect([await visits(["doctor"], settings(), terminal), said]).toEqual([0, []]);
  expect(
    await visits(["audit", "verify"], { ...settings(), DATABASE_OWNER_URL: "", DATABASE_URL: both("owner") }, terminal),
  ).toBe(0);

  const { app, pool, notices, close } = await openDatabase({
    ...settings(),
    DATABASE_POOL_SIZE: 3,
    DATA_DIR: "unused",
  });
  const hearing = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let times = 0;
  const heard = Promise.withResolvers<string>();
  notices.start({
    onNotice: heard.resolve,
    onHearing: () => hearing[times++]?.resolve(),
    onDeaf: () => {},
    onLook: () => {},
    onFound: () => {},
    onError: () => {},
  });
  await hearing[0]?.promise;
  expect(await app.write(OF_NATION, portOf)).toBe(pair.leader.port);

  await pair.leader.kill();
  await expect(app.write(OF_NATION, portOf)).rejects.toThrow();
  await pair.standby.promote();
  await expect.poll(() => app.write(OF_NATION, portOf).catch(() => null)).toBe(pair.standby.port);
  await hearing[1]?.promise;
  await pool.query("select pg_notify('visits', 'heard')");
  expect(await heard.promise).toBe("heard");
  await close();
});
