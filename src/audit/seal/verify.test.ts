import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { type OwnerDatabase, openOwner } from "../../platform/database/owner.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { createLogger } from "../../platform/log.ts";
import { readSigned, signedText } from "./head.ts";
import { keyName } from "./keys.ts";
import { headsSince } from "./seal-sql.ts";
import { sealSome, signDay } from "./start-sealing.ts";
import { verifyAudit } from "./verify.ts";

const [KEY, OLDER] = ["a-key-of-the-tests-that-is-long-enough", "an-older-key-of-the-tests-long-enough"];
const log = createLogger("silent");

let world: World;
let owner: OwnerDatabase;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  owner = openOwner(world.database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await world.close();
});
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("truncate audit_entry, audit_subject, audit_unsealed, audit_seal, audit_head");
  desk = await aBookingDesk(world);
  for (const time of ["11:30", "11:45", "12:00", "12:15"]) await desk.booked(time);
  await desk.day();
  await sealSome({ db: world.database.db });
});

const findings = async (heads: readonly string[] = [], keys: readonly [string, ...string[]] = [KEY]) => {
  const given = heads.map((text) => readSigned(text) ?? { document: text, signature: "" });
  const verified = await verifyAudit(owner.db, { keys, heads: given, onProgress: () => {} });
  return verified.findings.map(({ is, where }) => [is, where]);
};

const sign = (keys: readonly [string, ...string[]] = [KEY]) =>
  signDay({ db: world.database.db, clock: () => world.now, log, keys });

async function headKept(): Promise<string> {
  const [head] = await owner.db.read(OF_NATION, (tx) => headsSince(tx, null));
  return signedText(head?.document ?? "", head?.signature ?? "");
}

const asOwnerDoes = async (sql: string): Promise<string> => (await world.owner.query(sql)).rows[0]?.id;
const THIRD = `(select entry_id from audit_seal where number = 3)`;

test("entries are sealed in the order in which they were made, and the chain proves itself", async () => {
  const { rows } = await world.owner.query(
    "select number::int, act from audit_seal join audit_entry on id = entry_id order by number",
  );
  expect(rows).toEqual([
    ...[1, 2, 3, 4].map((number) => ({ number, act: "appointment-booked" })),
    { number: 5, act: "day-viewed" },
  ]);
  await sign();
  expect(await findings()).toEqual([]);
  expect(await sealSome({ db: world.database.db })).toBe(0);
});

test("a changed entry, a removed one, one that was put in and one that has lost its seal are found", async () => {
  await asOwnerDoes(`update audit_entry set employee_id = null where id = ${THIRD}`);
  expect(await findings()).toEqual([["entry-changed", "3"]]);
  const gone = await asOwnerDoes(`delete from audit_entry where id = ${THIRD} returning id`);
  expect(await findings()).toEqual([
    ["entry-missing", "3"],
    ["entry-stray", gone],
  ]);
  await world.owner.query("alter table audit_entry disable trigger follow");
  const put = await asOwnerDoes(`insert into audit_entry (office_id, id, at, act) values (${desk.office.id},
    gen_random_uuid(), now(), 'signed-in') returning id`);
  await world.owner.query("alter table audit_entry enable trigger follow");
  expect(await findings()).toContainEqual(["entry-stray", put]);
});

test("a seal taken out of the middle, or two that have changed places, are found", async () => {
  await asOwnerDoes("delete from audit_seal where number = 2");
  expect(await findings()).toContainEqual(["seals-missing", "3"]);
  await asOwnerDoes("update audit_seal set number = 2 where number = 3");
  expect(await findings()).toContainEqual(["entry-changed", "2"]);
});

test("whom an entry is found by is part of it", async () => {
  await asOwnerDoes("delete from audit_subject where entry_id = (select entry_id from audit_seal where number = 1)");
  expect(await findings()).toHaveLength(1);
});

test("a cut end is found by what was signed and kept elsewhere, and a whole chain that was written anew", async () => {
  await sign();
  const kept = await headKept();
  await asOwnerDoes("delete from audit_head");
  await asOwnerDoes(
    `with cut as (delete from audit_seal where number >= 4 returning entry_id),
      about as (delete from audit_subject where entry_id in (select entry_id from cut))
     delete from audit_entry where id in (select entry_id from cut)`,
  );
  expect(await findings()).toEqual([]);
  expect(await findings([kept])).toEqual([["chain-cut", `${desk.office.id} 5`]]);
  // Whoever owns the database can seal anew what was changed; not so that it reaches what was signed.
  await asOwnerDoes(`update audit_entry set act = 'day-viewed' where id = ${THIRD}`);
  await world.owner.query("insert into audit_unsealed select office_id, id, at from audit_entry");
  await world.owner.query("delete from audit_seal");
  await sealSome({ db: world.database.db });
  await desk.booked("13:00");
  await desk.booked("13:15");
  await sealSome({ db: world.database.db });
  expect(await findings()).toEqual([]);
  expect(await findings([kept])).toEqual([["chain-other", `${desk.office.id} 5`]]);
});

test("a forged head, one of an unknown key and what is no head are told apart; an older key still proves", async () => {
  await sign([OLDER]);
  const kept = await headKept();
  expect(await findings([], [KEY, OLDER])).toEqual([]);
  expect(await findings([], [KEY])).toEqual([["head-key-unknown", keyName(OLDER)]]);
  await asOwnerDoes("delete from audit_head");
  expect(await findings([kept.replace(/day .*/, "day 2026-11-23")], [OLDER])).toEqual([
    ["head-forged", keyName(OLDER)],
  ]);
  expect((await findings(["nothing of ours"]))[0]?.[0]).toBe("head-unreadable");
});

test("the application can neither change nor remove an entry or a seal, nor seal by itself", async () => {
  for (const table of ["audit_entry", "audit_subject", "audit_seal", "audit_unsealed", "audit_head"])
    for (const act of [
      `delete from ${table}`,
      `update ${table} set ${table === "audit_head" ? "day = day" : "office_id = 0"}`,
    ])
      await expect(world.database.pool.query(act), act).rejects.toMatchObject({ code: "42501" });
  for (const table of ["audit_subject", "audit_seal", "audit_unsealed"])
    await expect(world.database.pool.query(`insert into ${table} select * from ${table}`)).rejects.toMatchObject({
      code: "42501",
    });
});

test("whoever seals, and with whichever settings of a session, seals what the entry says", async () => {
  await world.owner.query("truncate audit_seal; insert into audit_unsealed select office_id, id, at from audit_entry");
  const client = await world.database.pool.connect();
  await client.query("set datestyle = 'SQL, DMY'; set timezone = 'Asia/Tokyo'; select seal_audit(100)");
  client.release(true);
  const { rows } = await world.owner.query("select count(*)::int as seals from audit_seal");
  expect([rows, await findings()]).toEqual([[{ seals: 5 }], []]);
});
