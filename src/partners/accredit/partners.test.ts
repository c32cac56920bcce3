import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { askWith } from "../../../test/partner.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const URL_OF_RECEIVER = "https://notices.example.gr/visits?city=1";
const add = (name: string, webhookUrl: string | null = null, key: string = randomUUID()) =>
  athina.rule("POST", "partners", { body: { name, webhookUrl }, key });
const issue = (id: string, key: string = randomUUID()) => athina.rule("POST", `partners/${id}/keys`, { key });
const named = async (name: string) =>
  (await athina.rule("GET", "partners")).body.partners.find((one: { name: string }) => one.name === name);
const ANY = "appointments/00000000-0000-4000-8000-000000000000";
const opens = async (key: string) => {
  const { status, body } = await askWith(world, key, "GET", ANY);
  return [status, body.code];
};

test("the ministry accredits a system; its key and its secret are shown this once, and stored nowhere as they are", async () => {
  const { status, body } = await add("  Δήμος  Λευκωπού ", URL_OF_RECEIVER);
  const { partner, key, webhookSecret } = body;
  expect([status, partner.name, partner.webhook]).toEqual([
    201,
    "Δήμος Λευκωπού",
    { url: URL_OF_RECEIVER, failingSince: null, failure: null, waiting: 0 },
  ]);
  expect(key).toMatch(/^visits_[\w-]{43}$/);
  expect(Buffer.from(webhookSecret.replace(/^whsec_/, ""), "base64")).toHaveLength(32);
  expect(await opens(key)).toEqual([404, "appointment-not-found"]);
  const listed = await named("Δήμος Λευκωπού");
  expect(listed.keys).toEqual([
    expect.objectContaining({
      hint: key.slice(-4),
      revokedAt: null,
      usedAt: expect.stringContaining("2026-11-24T10:42"),
    }),
  ]);
  expect(JSON.stringify(listed)).not.toContain(key.slice(7));
  const { rows } = await world.owner.query("select hash from partner_key");
  expect(rows[0].hash).toEqual(createHash("sha256").update(key.slice(7)).digest());
  const entry = await athina.lastEntry();
  expect(entry).toMatchObject({ act: "partner-added", details: { after: { name: "Δήμος Λευκωπού" } } });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "partner-added" });
});

test("a second key beside the first; one that is revoked opens nothing from then on, and says since when", async () => {
  const { partner, key } = (await add("Δήμος Ελαιώνα")).body;
  const second = (await issue(partner.id)).body;
  expect([await opens(key), await opens(second.key)]).toEqual(Array(2).fill([404, "appointment-not-found"]));
  const [latest, first] = second.partner.keys;
  expect(await athina.lastEntry()).toMatchObject({
    act: "partner-key-issued",
    details: { after: { name: "Δήμος Ελαιώνα", key: latest.hint } },
  });
  const revoked = await athina.rule("DELETE", `partners/${partner.id}/keys/${first.id}`);
  expect(revoked.body.keys.map(({ revokedAt }: { revokedAt: string | null }) => revokedAt !== null)).toEqual([
    false,
    true,
  ]);
  expect(await athina.lastEntry()).toMatchObject({
    act: "partner-key-revoked",
    details: { before: { key: first.hint } },
  });
  const refused = await askWith(world, key, "GET", ANY);
  expect([refused.status, refused.body.code, refused.headers["www-authenticate"]]).toEqual([
    401,
    "key-revoked",
    "Bearer",
  ]);
  expect(refused.body.title).toContain("2026-11-24");
  expect(await opens(second.key)).toEqual([404, "appointment-not-found"]);
  const count = async () =>
    (await world.owner.query("select count(*) from audit_entry where office_id = 0")).rows[0].count;
  const before = await count();
  expect((await athina.rule("DELETE", `partners/${partner.id}/keys/${first.id}`)).status).toBe(200);
  expect(await count()).toBe(before);
  const other = (await add("Δήμος Θυμαριού")).body.partner;
  expect((await athina.rule("DELETE", `partners/${other.id}/keys/${second.partner.keys[0].id}`)).status).toBe(404);
  expect(await opens(second.key)).toEqual([404, "appointment-not-found"]);
});

test("a key that there is not, or another way to say it, is refused alike; who tries keys is told to wait", async () => {
  const { key } = (await add("Δήμος Ρίγανης")).body;
  const unknown = `visits_${"A".repeat(43)}`;
  for (const authorization of ["", "Bearer", `Bearer ${unknown}`, `Basic ${key}`, key, `Bearer ${key.slice(7)}`]) {
    const { status, body } = await askWith(world, null, "GET", ANY, { headers: { authorization } });
    expect([authorization, status, body.code]).toEqual([authorization, 401, "key-unknown"]);
  }
  const tries: unknown[] = [];
  for (let number = 0; number < 80; number++) tries.push((await opens(unknown))[0]);
  expect([tries.at(0), tries.at(-1)]).toEqual([401, 429]);
  expect((await opens(key))[0]).toBe(404);
});

test("asked again with the same key, one system and one key are there, and no secret is told or stored again", async () => {
  const replies = await Promise.all([1, 2, 3].map(() => add("Δήμος Μελισσιού", URL_OF_RECEIVER, "same")));
  const [first, ...again] = replies.toSorted((a, b) => Number(a.body.key === null) - Number(b.body.key === null));
  const { partner, key, webhookSecret } = first?.body ?? {};
  expect(await opens(key)).toEqual([404, "appointment-not-found"]);
  const repeated = [201, "true", { partner, key: null, webhookSecret: null }];
  const told = again.map(({ status, headers, body }) => [status, headers["idempotency-replayed"], body]);
  expect(told).toEqual([repeated, repeated]);
  expect(errorsOf(await add("Δήμος Άλλος", null, "same"))).toEqual([422]);

  const keys = await Promise.all([1, 2].map(() => issue(partner.id, "same-key")));
  const issued = keys.map(({ body }) => body.key).filter((text) => text !== null);
  expect([keys.map(({ status }) => status), issued.length]).toEqual([[201, 201], 1]);
  expect((await named("Δήμος Μελισσιού")).keys).toHaveLength(2);
  const { rows } = await world.owner.query(
    "select coalesce(string_agg(response::text, ''), '') as stored from idempotency_key",
  );
  for (const secret of [key, webhookSecret, issued[0]]) expect(rows[0].stored).not.toContain(secret.slice(7));
  expect((await athina.rule("POST", `partners/${partner.id}/keys`)).body.code).toBe("idempotency-key-missing");
});

test("another address comes with another secret; who has not seen the latest is told of it", async () => {
  const { partner } = (await add("Δήμος Φασκομηλιάς")).body;
  await add("Δήμος Ρίγανης", URL_OF_RECEIVER);
  const others = async () =>
    (await world.owner.query("select * from partner where id <> $1 order by id", [partner.id])).rows;
  const before = await others();
  const put = (webhookUrl: string | null, version?: number) =>
    athina.rule("PUT", `partners/${partner.id}/webhook`, { body: { webhookUrl }, ...(version && { version }) });
  expect((await put(URL_OF_RECEIVER)).status).toBe(428);
  const [one, two] = await Promise.all([put(URL_OF_RECEIVER, 1), put("https://other.example.gr/", 1)]);
  expect([one?.status, two?.status].toSorted()).toEqual([200, 412]);
  const stale = one?.status === 412 ? one : two;
  expect([stale?.body.title, stale?.body.current.name]).toEqual([
    "Συνάδελφος άλλαξε το σύστημα στο μεταξύ. Δείτε πώς είναι τώρα.",
    "Δήμος Φασκομηλιάς",
  ]);
  const again = await put(URL_OF_RECEIVER, 2);
  const first = one?.status === 200 ? one : two;
  expect(again.body.webhookSecret).not.toBe(first?.body.webhookSecret);
  const none = await put(" ", 3);
  expect([none.body.webhookSecret, none.body.partner.webhook]).toEqual([null, null]);
  expect(await athina.lastEntry()).toMatchObject({
    act: "partner-webhook-changed",
    details: { before: { url: URL_OF_RECEIVER }, after: { name: "Δήμος Φασκομηλιάς", url: null } },
  });
  expect(await others()).toEqual(before);
});

test.each([
  ["", null, ["name: field-required"]],
  ["α".repeat(81), null, ["name: field-too-long"]],
  ["Δήμος\u202e", null, ["name: field-control-characters"]],
  ["Δήμος Λευκωπού", null, ["name: partner-known"]],
  ["Δήμος Μέντας", "http://notices.example.gr/", ["webhookUrl: webhook-url"]],
  ["Δήμος Μέντας", "https://me:secret@notices.example.gr/", ["webhookUrl: webhook-url"]],
  ["Δήμος Μέντας", "https://notices.example.gr/#visits", ["webhookUrl: webhook-url"]],
  ["Δήμος Μέντας", "notices.example.gr", ["webhookUrl: webhook-url"]],
  ["Δήμος Μέντας", `https://notices.example.gr/${"x".repeat(500)}`, ["webhookUrl: field-too-long"]],
] as const)("%j with %j is said at its field", async (name, url, faults) => {
  expect(errorsOf(await add(name, url))).toEqual([422, ...faults]);
});

test("of those who accredit a system of one name at once, the first one has it, and the others are told", async () => {
  const replies = await Promise.all(Array.from({ length: 4 }, () => add("Δήμος Δάφνης")));
  expect(replies.map(errorsOf).toSorted()).toEqual([[201], ...Array(3).fill([422, "name: partner-known"])]);
});

test("nobody but the ministry sees or changes any of it", async () => {
  const clerk = await world.aClerk(await world.anOffice());
  for (const [method, path] of [
    ["GET", "partners"],
    ["POST", "partners"],
  ] as const) {
    const body = method === "POST" ? { body: { name: "Δήμος Άνηθου", webhookUrl: null } } : {};
    expect((await clerk.ask(method, `/api/ministry/${path}`, body)).status).toBe(403);
  }
});
