import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aTaxisnet, identify, pathBack } from "../../../test/taxisnet.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let world: World;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  world = await aWorld(taxisnet.settings);
  await openToCitizens(world.owner);
});
afterAll(async () => {
  await world.close();
  await taxisnet.stop();
});
beforeEach(async () => {
  world.now = NOW;
  Object.assign(taxisnet.faults, { token: "none", userinfo: null, userinfoStatus: 200 });
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "09:00");
});

const FAILED = "Η σύνδεση με TAXISnet δεν ολοκληρώθηκε. Δοκιμάστε ξανά ή συνεχίστε με e-mail.";
const typed = { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" };
async function form() {
  const { rows } = await world.owner.query("select identity, typed from booking_form where office_id = $1", [
    office.id,
  ]);
  return rows[0];
}

test("before it begins the page says what is kept; then the government's own page asks", async () => {
  const page = await citizen.see("/book/taxisnet");
  expect([page.status, page.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(page.text).toContain("Τι κρατάμε από εκεί το ονοματεπώνυμό σας τον ΑΦΜ σας");
  expect(page.text).toContain("Κρατάμε για εσάς: Τετάρτη 25/11, 09:00");
  const begun = await citizen.send("/book/taxisnet", {});
  expect(begun.status).toBe(303);
  const { origin, pathname, searchParams } = new URL(String(begun.headers.location));
  expect([origin, pathname]).toEqual([taxisnet.origin, "/oauth2server/oauth/authorize"]);
  expect(searchParams.get("redirect_uri")).toBe("http://localhost/book/taxisnet/callback");
  expect(String(begun.headers["set-cookie"])).toMatch(
    /__Host-taxisnet=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax/,
  );
  expect(page.headers["content-security-policy"]).toContain(`form-action 'self'`);
  expect(page.headers["content-security-policy"]).toContain(taxisnet.origin);
});

test("who it is comes from there, with what was typed, and the appointment is theirs at once", async () => {
  await citizen.send("/book/who", typed);
  const back = await identify(citizen, "fani");
  expect([back.status, back.headers.location]).toEqual([303, "/book/check"]);
  expect(await form()).toMatchObject({
    identity: { afm: "000002017", lastName: "ΓΙΑΣΕΜΙΔΟΥ", firstName: "ΦΑΝΗ" },
    typed: { who: "self", lastName: "Γιασεμίδου" },
  });
  expect((await citizen.see("/book/who")).text).toContain("000002017");
  await citizen.send("/book/who", { who: "self" });
  expect((await citizen.confirm({})).headers.location).toBe("/book/done");
  const { rows } = await world.owner.query("select status, last_name from appointment where office_id = $1", [
    office.id,
  ]);
  expect(rows).toEqual([{ status: "booked", last_name: "ΓΙΑΣΕΜΙΔΟΥ" }]);
  expect((await form()).identity).toBeNull();
});

test("the slip in the browser leads to the own place once they have come, and before says how to say so", async () => {
  await citizen.send("/book/who", typed);
  await identify(citizen, "fani");
  await citizen.send("/book/who", { who: "self" });
  await citizen.confirm({});
  expect((await citizen.see("/book/done")).text).not.toContain("Μόλις φτάσετε");
  world.now = Temporal.Instant.from("2026-11-25T08:50:00+02:00");
  expect((await citizen.see("/book/done")).text).toContain("Μόλις φτάσετε, πείτε το σε μια θυρίδα.");
  const { rows } = await world.owner.query("select id, version from appointment where office_id = $1", [office.id]);
  const [{ id, version }] = rows;
  const clerk = await world.aClerk(office);
  await clerk.ask("POST", `${office.code}/appointments/${id}/arrival`, { version });
  expect((await citizen.see("/book/done")).text).toContain("Η σειρά σας τώρα");
  const { headers } = await citizen.send("/book/done", { to: "place" });
  expect(headers.location).toMatch(/^\/line\/[\w-]{43}$/);
  expect((await aCitizen(world).see(String(headers.location))).text).toContain("Ο αριθμός σας");
  // Nobody else's browser has that slip.
  expect((await aCitizen(world).send("/book/done", { to: "place" })).headers.location).not.toMatch(/line/);
});

test("a code that was stolen on its way back says nothing in a thief's own attempt", async () => {
  const back = new URL(await pathBack(citizen, "fani"), "http://localhost");
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  const begun = await thief.send("/book/taxisnet", {});
  const own = new URL(String(begun.headers.location)).searchParams.get("state") ?? "";
  back.searchParams.set("state", own);
  const page = await thief.see(back.pathname + back.search);
  expect(page.text).toContain(FAILED);
  const { rows } = await world.owner.query("select from booking_form where office_id = $1 and identity is not null", [
    office.id,
  ]);
  expect(rows).toEqual([]);
});

test("where the answer is lost on its way, the same browser asks once more and has its form; an attempt of another's has not", async () => {
  const path = await pathBack(citizen, "fani");
  const before = ["__Host-booking", "__Host-taxisnet"].map((name) => [name, citizen.kept(name) ?? ""] as const);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  const [[, key]] = before as [(typeof before)[number]];
  const thief = aCitizen(world);
  await thief.choose(office, "2026-11-25", "09:15");
  await thief.send("/book/taxisnet", {});
  thief.keep("__Host-booking", key);
  await thief.see(path);
  expect((await thief.see("/book/who")).text).not.toContain("ΓΙΑΣΕΜΙΔΟΥ");
  // As the browser that never heard of it; the government gives a code once.
  for (const [name, value] of before) citizen.keep(name, value);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect((await citizen.see("/book/who")).text).toContain("ΓΙΑΣΕΜΙΔΟΥ");
});

test("a company that was identified is the business, and who comes for it is typed", async () => {
  await identify(citizen, "anemoni");
  const page = await citizen.see("/book/who");
  expect(page.html).toContain('id="who-business" value="business" checked');
  expect(page.html).not.toContain('name="businessName"');
  expect(page.text).toContain("ΑΝΕΜΩΝΗ ΕΜΠΟΡΙΚΗ ΙΚΕ");
  const faulty = await citizen.send("/book/who", { who: "business", businessName: "Άλλη", afm: "123456783" });
  expect(faulty.status).toBe(422);
  await citizen.send("/book/who", { ...typed, who: "business", declared: "yes" });
  expect((await citizen.confirm({})).headers.location).toBe("/book/done");
  const { rows } = await world.owner.query(
    "select last_name, party, business_name, business_afm from appointment where office_id = $1",
    [office.id],
  );
  expect(rows).toEqual([
    {
      last_name: "Γιασεμίδου",
      party: "business",
      business_name: "ΑΝΕΜΩΝΗ ΕΜΠΟΡΙΚΗ ΙΚΕ",
      business_afm: "000002054",
    },
  ]);
});

test.each([
  ["fani", { who: "self" }, "ΓΙΑΣΕΜΙΔΟΥ ΦΑΝΗ, Αλκυονίδης Νίκος ΓΙΑΣΕΜΙΔΟΥ ΦΑΝΗ: από το TAXISnet"],
  ["anemoni", { ...typed, who: "business", declared: "yes" }, "ΑΝΕΜΩΝΗ ΕΜΠΟΡΙΚΗ ΙΚΕ: από το TAXISnet"],
])("where others come along it is said of whom TAXISnet told: %s", async (userid, who, words) => {
  await citizen.choose(office, "2026-11-25", "10:00", "signature;signature");
  await identify(citizen, userid);
  await citizen.send("/book/who", { lastName2: "Αλκυονίδης", firstName2: "Νίκος", ...who });
  expect((await citizen.see("/book/check")).text).toContain(words);
});

test("who began in English comes back in English, to the same one address", async () => {
  const path = await pathBack(citizen, "anna", "/en");
  expect(path).toMatch(/^\/book\/taxisnet\/callback\?code=/);
  expect((await citizen.see(path)).headers.location).toBe("/en/book/check");
  const denied = await identify(citizen, "sotiris", "/en");
  expect(denied.html).toContain('<html lang="en"');
});

test("a denial is a page with another way on, and what was typed is kept", async () => {
  await citizen.send("/book/who", typed);
  const page = await identify(citizen, "sotiris");
  expect(page.status).toBe(403);
  expect(page.text).toContain(FAILED);
  expect(page.html).toContain("<title>Σφάλμα: Σύνδεση με TAXISnet");
  expect(page.html).toContain('href="/book/check"');
  expect(await form()).toMatchObject({ identity: null, typed: { lastName: "Γιασεμίδου" } });
});

test("another's answer, an older one, and none of any attempt identify nobody", async () => {
  const own = await pathBack(citizen, "fani");
  const stranger = aCitizen(world);
  await stranger.choose(office, "2026-11-25", "10:00");
  expect((await stranger.see(own)).status).toBe(400);
  await stranger.send("/book/taxisnet", {});
  expect((await stranger.see(own)).status).toBe(400);
  expect((await citizen.see(own.replace(/state=[^&]+/, "state=guess"))).status).toBe(400);
  // The attempt is spent with its first answer, whichever it was.
  expect((await citizen.see(own)).text).toContain(FAILED);
  const { rows } = await world.owner.query("select identity from booking_form where office_id = $1", [office.id]);
  expect(rows).toEqual([{ identity: null }, { identity: null }]);
});

test("a code serves once", async () => {
  const path = await pathBack(citizen, "fani");
  const begun = citizen.kept("__Host-taxisnet") ?? "";
  expect((await citizen.see(path)).status).toBe(303);
  await citizen.send("/book/taxisnet/forget", {});
  citizen.keep("__Host-taxisnet", begun);
  const again = await citizen.see(path);
  expect([again.status, (await form()).identity]).toEqual([400, null]);
});

test.each([
  ["slow", "slow", null, 200],
  ["broken", "broken", null, 200],
  ["without a name", "none", '<root><userinfo userid="x" taxid="000002017" lastname="" firstname=""/></root>', 200],
  [
    "with a tax number that there can't be",
    "none",
    '<root><userinfo taxid="123456789" lastname="Α" firstname="Β"/></root>',
    200,
  ],
  ["with entities of its own", "none", '<!DOCTYPE x [<!ENTITY a "b">]><root><userinfo/></root>', 200],
  ["with an error", "none", "{}", 500],
] as const)("a server that is %s is told of, and nothing is lost", async (_, token, userinfo, userinfoStatus) => {
  await citizen.send("/book/who", typed);
  Object.assign(taxisnet.faults, { token, userinfo, userinfoStatus });
  const page = await identify(citizen, "fani");
  expect([page.status, page.text.includes(FAILED)]).toEqual([502, true]);
  expect(await form()).toMatchObject({ identity: null, typed: { lastName: "Γιασεμίδου" } });
});

test("who was identified by mistake is forgotten here and there", async () => {
  await identify(citizen, "fani");
  const page = await citizen.see("/book/who");
  expect(page.text).toContain("Αποσύνδεση");
  const gone = await citizen.send("/book/taxisnet/forget", {});
  expect(String(gone.headers.location)).toMatch(
    new RegExp(`^${taxisnet.origin}/oauth2server/logout/visits-trial/\\?url=http%3A%2F%2Flocalhost%2Fbook%2Fwho$`),
  );
  expect((await form()).identity).toBeNull();
});

test("an answer that comes when nothing is filled in any more leads nowhere", async () => {
  const path = await pathBack(citizen, "fani");
  await world.owner.query("update appointment set status = 'expired' where office_id = $1 and status = 'held'", [
    office.id,
  ]);
  await world.owner.query("delete from booking_form where office_id = $1", [office.id]);
  expect((await citizen.see(path)).headers.location).toBe("/book/check");
  expect((await citizen.see("/book/taxisnet")).status).toBe(404);
  expect((await citizen.send("/book/taxisnet", {})).status).toBe(404);
});

test("where no such server is set it is offered nowhere", async () => {
  const without = await aWorld();
  await openToCitizens(without.owner);
  const there = await without.anOffice();
  await without.owner.query("update queue set is_public = true");
  const other = aCitizen(without);
  await other.choose(there, "2026-11-25", "09:00");
  expect((await other.see("/book/who")).text).not.toContain("TAXISnet");
  for (const path of ["/book/taxisnet", "/book/taxisnet/callback?code=x"]) {
    expect((await other.see(path)).status).toBe(404);
  }
  await without.close();
});

test("invented answers of one address end in 429, for a minute, and for nobody else", async () => {
  const strict = await aWorld({ ...taxisnet.settings, RATE_LIMIT_SIGN_IN_PER_MINUTE: "3" });
  try {
    const statuses: number[] = [];
    for (let tries = 0; tries < 4; tries++)
      statuses.push((await aCitizen(strict).see("/book/taxisnet/callback?code=invented&state=invented")).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
    const elsewhere = {
      method: "GET",
      url: "/book/taxisnet/callback?code=x&state=y",
      remoteAddress: "192.0.2.7",
    } as const;
    expect((await strict.app.inject(elsewhere)).statusCode).toBe(404);
    strict.now = strict.now.add({ minutes: 1 });
    expect((await aCitizen(strict).see("/book/taxisnet/callback?code=invented&state=invented")).status).toBe(404);
  } finally {
    await strict.close();
  }
});

describe("a business that is represented no more", () => {
  const comes = { ...typed, who: "business", declared: "yes" };
  beforeEach(async () => {
    await world.owner.query("update office set phone = '+302105550188' where id = $1", [office.id]);
    await identify(citizen, "anemoni");
    await citizen.send("/book/who", comes);
  });

  test("its codes are refused: what was typed stays, and the telephone stands beside", async () => {
    const page = await identify(citizen, "sotiris");
    expect([page.status, page.text.includes(FAILED)]).toEqual([403, true]);
    expect(page.html).toContain('href="tel:+302105550188"');
    expect((await form()).typed).toMatchObject({ lastName: "Γιασεμίδου", who: "business" });
  });

  test("whoever signs in as themselves confirms nothing for it, and is asked for whom, with what was typed", async () => {
    await identify(citizen, "fani");
    const sent = await citizen.confirm({});
    expect(sent.headers.location).not.toBe("/book/done");
    const { rows } = await world.owner.query("select status from appointment where office_id = $1", [office.id]);
    expect(rows).toEqual([{ status: "held" }]);
    const page = await citizen.see("/book/who");
    expect([page.status, page.text.includes("ΑΝΕΜΩΝΗ")]).toEqual([200, false]);
    expect([page.html.includes('id="afm-error"'), page.html.includes('id="businessName-error"')]).toEqual([true, true]);
    expect(page.html).toContain('href="tel:+302105550188"');
    expect((await form()).typed).toMatchObject({ lastName: "Γιασεμίδου", who: "business", declared: true });
    const asked = await citizen.send("/book/who", comes);
    expect([
      asked.status,
      asked.html.includes('id="afm-error"'),
      asked.html.includes('id="businessName-error"'),
    ]).toEqual([422, true, true]);
  });
});
