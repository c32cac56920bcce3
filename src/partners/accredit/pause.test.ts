import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { answering, aReceiver, type Receiver } from "../../../test/receiver.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { visits } from "../../cli/visits.ts";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import { networksIn } from "../../platform/networks.ts";
import type { Worker } from "../../platform/worker.ts";
import type { Receivers } from "../webhooks/deliver.ts";
import { startNotifying } from "../webhooks/start-notifying.ts";
import { forgetNotices } from "../webhooks/webhook-sql.ts";

let world: World;
let office: TestOffice;
let receiver: Receiver;
let partner: TestPartner;
let sender: Worker;
let name: string;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query(
    "update office set online_counter_percent = 0, online_lead_minutes = 0, online_freed_minutes = 0 where id = $1",
    [office.id],
  );
  receiver = await aReceiver();
  partner = await aPartner(world, receiver.url);
  name = (await partnerInList()).name;
  const receivers = { networks: networksIn(""), mayBeHere: true, answerMs: 60_000 } as Receivers;
  sender = startNotifying({ db: world.database.db, clock: () => world.now, log: world.log, receivers });
});
afterAll(async () => {
  await sender.stop();
  await receiver.close();
  await world.close();
});

async function say(...argv: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = [];
  const line = (words: string) => void lines.push(words);
  const settings = { DATABASE_URL: world.database.appUrl, DATABASE_OWNER_URL: world.database.ownerUrl };
  const code = await visits([...argv, "--lang=en"], settings, { out: line, err: line });
  return { code, said: lines.join("\n") };
}

const partnerInList = async () =>
  (await partner.athina.rule("GET", "partners")).body.partners.find(({ id }: { id: string }) => id === partner.id);

let people = 0;
const book = (time: string) =>
  partner.ask("POST", "appointments", {
    key: randomUUID(),
    body: {
      office: office.code,
      service: "signature",
      date: "2026-11-24",
      time,
      lastName: "Γιασεμίδου",
      firstName: "Φανή",
      email: `fani${++people}@example.gr`,
    },
  });
const lastAct = async () =>
  (
    await world.owner.query(
      "select act, employee_id, details from audit_entry where office_id = 0 order by at desc limit 1",
    )
  ).rows[0];

test("a system that is paused is refused whatever it asks, in words; its notices wait and all arrive when it goes on", async () => {
  const { id, version } = (await book("11:00")).body;
  await expect.poll(() => receiver.heard.length).toBe(1);

  expect(await say("partner", "pause", name)).toEqual({ code: 0, said: expect.stringContaining(`Paused: ${name}`) });
  expect(await lastAct()).toEqual({ act: "partner-paused", employee_id: null, details: { after: { name } } });
  const refused = await book("11:15");
  expect([refused.status, refused.body.code]).toEqual([403, "partner-paused"]);
  expect(refused.body.title).toMatch(/παύση από 20\d\d-\d\d-\d\d/);
  for (const [method, path, options] of [
    ["GET", `appointments/${id}`, {}],
    ["POST", `appointments/${id}/move`, { version, body: { date: "2026-11-24", time: "11:30" } }],
    ["POST", `appointments/${id}/cancellation`, { version }],
    ["POST", "webhook/replay", { body: { since: "2026-11-24T00:00:00+02:00" } }],
  ] as const)
    expect([path, (await partner.ask(method, path, options)).body.code]).toEqual([path, "partner-paused"]);
  const key = (await partner.athina.rule("POST", `partners/${partner.id}/keys`, { key: randomUUID() })).body.key;
  const byNewKey = await world.app.inject({
    method: "GET",
    url: `/api/public/v1/partner/appointments/${id}`,
    headers: { authorization: `Bearer ${key}` },
  });
  expect(byNewKey.statusCode).toBe(403);

  const clerk = await world.aClerk(office);
  await clerk.ask("POST", `${office.code}/appointments/${id}/cancellation`, { version, body: {} });
  // The first one has arrived and is forgotten; the second one, as old, waits.
  await world.owner.query("update webhook_event set at = server_clock() - interval '40 days'");
  expect(await world.database.db.write(ACROSS_OFFICES, (tx) => forgetNotices(tx, world.now))).toBe(1);
  sender.wake();
  const { said } = await say("jobs");
  expect(said).toContain(`\n\nPaused: ${name}\n  Since `);
  expect(said).toContain("1 of its notices waits.");
  expect(said).toContain(`→ To go on: visits partner resume '${name}'`);
  expect((await partnerInList()).pausedAt).not.toBeNull();
  expect(receiver.heard).toHaveLength(1);

  expect(await say("partner", "pause", name)).toEqual({ code: 0, said: expect.stringContaining("paused already") });
  expect(await say("partner", "resume", name)).toEqual({ code: 0, said: expect.stringContaining(`Goes on: ${name}`) });
  expect(await lastAct()).toMatchObject({ act: "partner-resumed", employee_id: null });
  sender.wake();
  await expect
    .poll(() => receiver.heard.map(({ type }) => type))
    .toEqual(["appointment.booked", "appointment.cancelled"]);
  expect((await partner.ask("GET", `appointments/${id}`)).status).toBe(200);
  expect(await say("partner", "resume", name)).toEqual({ code: 0, said: expect.stringContaining("was not paused") });
});

test("what has waited for longer than it is tried is not given up at its first failure after the pause", async () => {
  receiver.behaves = answering(503);
  const { status } = await book("12:00");
  expect(status).toBe(201);
  await expect.poll(async () => (await partnerInList()).webhook.failingSince).not.toBeNull();
  expect((await say("jobs")).said).toContain(
    `→ Speak to whoever runs it. To have all of them wait: visits partner pause '${name}'`,
  );
  await say("partner", "pause", name);
  await world.owner.query(
    "update webhook_event set trying_since = trying_since - interval '4 days', due_at = due_at - interval '4 days' where state = 'planned'",
  );
  await say("partner", "resume", name);
  const attempts = receiver.heard.length;
  sender.wake();
  await expect.poll(() => receiver.heard.length).toBeGreaterThan(attempts);
  await expect
    .poll(async () => (await world.owner.query("select from webhook_event where taken_until is not null")).rowCount)
    .toBe(0);
  const { rows } = await world.owner.query("select state from webhook_event where state <> 'delivered'");
  expect(rows).toEqual([{ state: "planned" }]);
});

test("a name that no system has is told with those that are; without a name, or with two, nothing is done", async () => {
  expect(await say("partner", "pause", "Δήμος Πουθενά")).toEqual({
    code: 1,
    said: expect.stringContaining(`There are: «${name}»`),
  });
  expect((await say("partner", "pause")).code).toBe(2);
  expect((await say("partner", "pause", name, name)).code).toBe(2);
  expect((await say("partner", "pause", name.toLowerCase())).code).toBe(1);
});
