import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
  citizen = aCitizen(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from service_words; delete from referral");
});

const words = async () => (await athina.rule("GET", "words")).body;
const put = (code: string, own: object, version?: number) =>
  athina.rule("PUT", `services/${code}/words`, { body: { words: own }, ...(version !== undefined && { version }) });
const found = async (q: string): Promise<string[]> =>
  (await athina.rule("GET", `words/search?q=${encodeURIComponent(q)}`)).body.found.map(
    ({ service, referral }: Record<string, string | null>) => service ?? `→ ${referral}`,
  );

const POLICE = {
  answers: { el: "Την ταυτότητα την εκδίδει η Αστυνομία.", en: "The police issue identity cards." },
  words: { el: ["έχασα την ταυτότητα", "ταυτότητα"], en: ["identity card"] },
  url: "https://example.gr/tautotita",
};

test("words that are saved hold at once, for the ministry's trial and for citizens; they are audited, and none are lost", async () => {
  expect(await found("αμάξι")).toEqual([]);
  const saved = await put("vehicle", { el: [" αμάξι ", "πουλάω  το αμάξι", "αμάξι", ""], sq: ["makinë"] }, 0);
  expect([saved.status, saved.body.version, saved.headers.etag]).toEqual([200, 1, '"1"']);
  expect(saved.body.words).toEqual({ el: ["αμάξι", "πουλάω το αμάξι"], sq: ["makinë"] });
  expect(await found("θελω να πουλησω το αμαξι μου")).toEqual(["vehicle"]);
  expect((await citizen.see("/book/services?q=amaxi")).text).toContain("Μεταβίβαση οχήματος");
  expect(await athina.lastEntry()).toMatchObject({
    act: "service-words-changed",
    employee_id: athina.employeeId,
    details: { id: "vehicle", before: { code: "vehicle" }, after: { el: ["αμάξι", "πουλάω το αμάξι"] } },
  });
  const listed = (await words()).services.find(({ code }: { code: string }) => code === "vehicle");
  expect(listed).toMatchObject({ version: 1, words: saved.body.words, changedAt: "2026-11-24T10:42:00+02:00" });
  expect((await athina.rule("GET", "history")).body.acts[0].act).toBe("service-words-changed");
});

test("an older version is refused with how it is now; the same again writes nothing; ten at once make one change", async () => {
  await put("vehicle", { el: ["αμάξι"] }, 0);
  expect((await put("vehicle", { el: ["αμάξι"] })).status).toBe(428);
  const stale = await put("vehicle", { el: ["κούρσα"] }, 0);
  expect([stale.status, stale.body.current.words, stale.body.title]).toEqual([
    412,
    { el: ["αμάξι"] },
    "Συνάδελφος άλλαξε στο μεταξύ τις λέξεις της υπηρεσίας. Δείτε πώς είναι τώρα και αποθηκεύστε ξανά.",
  ]);
  expect((await put("vehicle", { el: ["αμάξι"] }, 1)).body.version).toBe(1);
  const ten = await Promise.all(Array.from({ length: 10 }, (_, at) => put("vehicle", { el: [`όχημα ${at}`] }, 1)));
  expect(ten.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
  const first = await Promise.all(
    Array.from({ length: 10 }, (_, at) => put("signature", { el: [`υπογραφή ${at}`] }, 0)),
  );
  expect(first.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
});

test("what can't stand as words is refused at its language", async () => {
  const long = await put("vehicle", { el: ["α".repeat(81)], en: ["a\u0007b"] }, 0);
  expect(errorsOf(long)).toEqual([422, "el: field-too-long", "en: field-control-characters"]);
  const many = await put("vehicle", { uk: Array.from({ length: 61 }, (_, at) => `слово ${at}`) }, 0);
  expect(errorsOf(many)).toEqual([422, "uk: words-too-many"]);
  expect((await put("vehicle", { fr: ["voiture"] }, 0)).status).toBe(400);
  expect((await put("%00", { el: ["α"] }, 0)).status).toBe(404);
  expect((await put("nothing", { el: ["α"] }, 0)).status).toBe(404);
});

test("what KEP do not do says who does it, in the reader's language and else in Greek", async () => {
  const added = await athina.post("referrals", { code: "identity-card", ...POLICE });
  expect([added.status, added.body.version]).toEqual([201, 1]);
  expect(await found("έχασα την ταυτότητά μου")).toEqual(["→ identity-card"]);
  const greek = await citizen.see("/book/services?q=tautotita");
  expect(greek.text).toContain("Αυτό δεν το κάνουν τα ΚΕΠ με ραντεβού.");
  expect(greek.text).toContain("Την ταυτότητα την εκδίδει η Αστυνομία.");
  expect(greek.html).toContain('href="https://example.gr/tautotita"');
  expect((await citizen.see("/en/book/services?q=identity%20card")).text).toContain("The police issue identity cards.");
  await athina.rule("PUT", "referrals/identity-card", {
    version: 1,
    body: { ...POLICE, answers: { el: "Αστυνομία." } },
  });
  expect((await citizen.see("/en/book/services?q=identity%20card")).html).toContain(
    '<p class="big" lang="el" dir="ltr">Αστυνομία.</p>',
  );
});

test("a referral is changed by who saw the latest, removed, and not brought again by an import; its code may come back", async () => {
  await athina.post("referrals", { code: "identity-card", ...POLICE });
  expect(errorsOf(await athina.post("referrals", { code: "identity-card", ...POLICE }))).toEqual([
    422,
    "code: service-code-taken",
  ]);
  const wrong = { code: "Α", answers: { en: "x" }, words: {}, url: "http://example.gr" };
  expect(errorsOf(await athina.post("referrals", wrong))).toEqual([
    422,
    "code: service-code-malformed",
    "answer: field-required",
    "url: web-address-malformed",
  ]);
  expect((await athina.rule("PUT", "referrals/identity-card", { version: 7, body: POLICE })).status).toBe(412);
  expect((await athina.rule("DELETE", "referrals/identity-card", { version: 7 })).status).toBe(412);
  expect((await athina.rule("DELETE", "referrals/identity-card")).status).toBe(428);
  expect((await athina.rule("DELETE", "referrals/identity-card", { version: 1 })).status).toBe(200);
  expect(await athina.lastEntry()).toMatchObject({ act: "referral-removed", details: { id: "identity-card" } });
  expect([(await words()).referrals, await found("ταυτότητα")]).toEqual([[], ["signature"]]);
  expect((await athina.rule("PUT", "referrals/identity-card", { version: 2, body: POLICE })).status).toBe(404);
  expect((await athina.post("referrals", { code: "identity-card", ...POLICE })).body.version).toBe(3);
});

test("sent twice with its key it is added once", async () => {
  const body = { code: "passport", ...POLICE };
  const twice = [await athina.post("referrals", body, "one"), await athina.post("referrals", body, "one")];
  expect(twice.map(({ status, body: { version } }) => [status, version])).toEqual([
    [201, 1],
    [201, 1],
  ]);
});

test.each([
  ["GET", "words"],
  ["GET", "words/search?q=α"],
  ["PUT", "services/vehicle/words"],
  ["POST", "referrals"],
  ["PUT", "referrals/identity-card"],
  ["DELETE", "referrals/identity-card"],
] as const)("nobody else may: %s %s", async (method, path) => {
  const clerk = await world.aClerk(await world.anOffice());
  const body = { "services/vehicle/words": { words: {} }, referrals: { code: "x", ...POLICE } }[path as string];
  const options = {
    ...(method !== "GET" && method !== "DELETE" && { body: body ?? POLICE }),
    ...(method === "POST" ? { key: "k" } : { version: 1 }),
  };
  const reply = await clerk.ask(method, `/api/ministry/${path}`, method === "GET" ? {} : options);
  expect(reply.status).toBe(403);
});
