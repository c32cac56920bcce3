import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../../test/draw-desk.ts";
import { aWisher, BY_EMAIL, lastWish, type Wisher } from "../../../../test/draw-wisher.ts";
import { aTaxisnet } from "../../../../test/taxisnet.ts";
import { aWorld, type World } from "../../../../test/world.ts";

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let world: World;
let desk: DrawDesk;
let wisher: Wisher;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  world = await aWorld(taxisnet.settings);
  desk = await aDrawDesk(world, { terms: { email_percent: 40 } });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterAll(async () => {
  await world.close();
  await taxisnet.stop();
});
beforeEach(async () => {
  wisher = aWisher(world, desk);
  await world.owner.query("delete from draw_wish");
  await world.owner.query("delete from limit_count");
});

const [SECOND, PART] = ["2026-12-15", 0];
const codes = () => desk.offices.map(({ code }) => code).sort();

describe("who comes", () => {
  test("is asked first, with TAXISnet or by e-mail, of which it is said how many places it gets", async () => {
    const page = await wisher.see(`/draws/${desk.number}/wish`);
    expect(page.text).toContain("Μπορείτε να την αλλάξετε έως Παρασκευή 04/12, 14:00.");
    expect(page.text).toContain("Σύνδεση με TAXISnet");
    expect(page.text).toContain("Σε όσους γράφουν με e-mail δίνονται τώρα έως 3 από τις 8 θέσεις.");
  });

  test("a press on how many come shows a pair of names for each, and nothing typed is lost", async () => {
    const { html, text } = await wisher.press("people 3", { ...BY_EMAIL, people: "1", when: `${SECOND} ${PART}` });
    expect(text).toContain("Άτομο 2 (προαιρετικό)");
    expect(text).toContain("Άτομο 3");
    expect(text).not.toContain("Άτομο 4");
    expect(html).toContain('value="Μυρτιώτη"');
    expect(html).toContain(`name="when" value="${SECOND} 0"`);
  });

  test("more people than an e-mail can get are refused where they are chosen, and when all is sent at once", async () => {
    const words = "Χωρίς TAXISnet δίνονται έως 3 θέσεις σε αυτή την κλήρωση";
    for (const sent of [wisher.press("choose", { ...BY_EMAIL, people: "4" }), wisher.wish({ people: "4" })]) {
      const page = await sent;
      expect([page.status, page.text.includes(words), page.html.includes('href="#people"')]).toEqual([422, true, true]);
    }
    expect((await wisher.press("choose", { ...BY_EMAIL, people: "3" })).status).toBe(200);
    expect(await desk.rows("select from draw_wish")).toEqual([]);
    // Nor by any other way in.
    await expect(desk.wishes("family", { people: 4 })).rejects.toMatchObject({ status: 422 });
    await desk.wishes("taxisnet", { people: 4, kind: "taxisnet" });
  });

  test.each([
    [{ email: "" }, "Γράψτε το e-mail σας"],
    [{ email: "nobody" }, "e-mail"],
    [{ lastName: "" }, "επώνυμο"],
    [{ phone: "12" }, "ψηφία"],
  ])("%j is said at its field", async (typed, words) => {
    const page = await wisher.press("choose", { ...BY_EMAIL, ...typed });
    expect([page.status, page.text.toLowerCase().includes(words.toLowerCase())]).toEqual([422, true]);
  });

  test("whose sign-in has ended is told so, and keeps what they chose", async () => {
    const page = await wisher.press("when 2026-12-15 0", { by: "taxisnet", email: "a@gmail.com", when: `${FIRST} 0` });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Η σύνδεσή σας έληξε.");
    expect(page.html).toContain(`name="when" value="${FIRST} 0,${SECOND} 0"`);
  });
});

describe("when and where", () => {
  test("each press gives the next rank, a second one takes it out, and the list is the one that is searched", async () => {
    const start = { ...BY_EMAIL, when: "", offices: "", first: "day" };
    const one = await wisher.press(`when ${SECOND} 0`, start);
    expect(one.html).toContain(`value="when ${SECOND} 0" aria-pressed="true" autofocus`);
    const [first, second] = codes();
    const both = await wisher.press(`office ${second}`, {
      ...start,
      when: `${SECOND} 0,${FIRST} 0`,
      offices: first ?? "",
    });
    expect(both.text).toMatch(
      /Έτσι θα ψάξουμε Τρίτη 15\/12 πρωί, ΚΕΠ.*Τρίτη 15\/12 πρωί, ΚΕΠ.*Δευτέρα 14\/12 πρωί, ΚΕΠ.*Δευτέρα 14\/12 πρωί, ΚΕΠ/,
    );
    const byOffice = await wisher.press("first office", {
      ...start,
      when: `${SECOND} 0,${FIRST} 0`,
      offices: `${first},${second}`,
    });
    expect(byOffice.text).toMatch(/Έτσι θα ψάξουμε Τρίτη 15\/12 πρωί, ΚΕΠ[^,]*Δευτέρα 14\/12/);
    const out = await wisher.press(`when ${SECOND} 0`, {
      ...start,
      when: `${SECOND} 0,${FIRST} 0`,
      offices: first ?? "",
    });
    expect(out.html).toContain(`name="when" value="${FIRST} 0"`);
    expect(await desk.rows("select from draw_wish")).toEqual([]);
  });

  test("nothing chosen is said at its field; what the draw does not have is left out", async () => {
    const page = await wisher.wish({ when: "2026-12-18 0,2026-12-14 2,x", offices: "0000" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Πατήστε τουλάχιστον μία ημέρα και ώρα που μπορείτε");
    expect(page.text).toContain("Πατήστε τουλάχιστον ένα ΚΕΠ");
  });
});

describe("by e-mail", () => {
  test("it counts for nothing until its mailbox says so, and the page is the same for everybody", async () => {
    const sent = await wisher.wish();
    expect([sent.status, sent.headers.location]).toEqual([303, `/draws/${desk.number}/sent`]);
    expect((await wisher.see(String(sent.headers.location))).text).toContain("έως Παρασκευή 04/12, 14:00");
    expect(await desk.rows("select kind, is_confirmed, units, others from draw_wish")).toEqual([
      { kind: "email", is_confirmed: false, units: 1, others: false },
    ]);
    expect(await desk.rows("select kind, address as email from mail where kind = 'draw-link'")).toEqual([
      { kind: "draw-link", email: "dafni@gmail.com" },
    ]);
    expect((await wisher.wish()).headers.location).toBe(`/draws/${desk.number}/sent`);
  });

  test("each who comes takes a place, named or not", async () => {
    await wisher.wish({ people: "3", lastName2: "Μυρτιώτης", firstName2: "Νίκος", others: "1" });
    const { visit } = await lastWish(desk);
    expect(await desk.rows("select units, others from draw_wish")).toEqual([{ units: 3, others: true }]);
    const [row] = await desk.rows("select companions, service, language from appointment where id = $1", visit);
    expect(row).toMatchObject({ service: "vehicle", language: "el" });
    expect(row.companions).toMatchObject([
      { lastName: "Μυρτιώτης", firstName: "Νίκος", services: ["vehicle"] },
      { lastName: "", firstName: "", services: ["vehicle"] },
    ]);
  });

  test("so many from one address are too many", async () => {
    for (let sent = 0; sent < 30; sent++) await wisher.wish({ email: `one${sent}@gmail.com` });
    expect((await wisher.wish()).status).toBe(429);
  });

  test("so many letters to one mailbox are enough, said at its field", async () => {
    const answers = [];
    for (let sent = 0; sent < 20; sent++) answers.push((await wisher.wish({ email: "often@gmail.com" })).status);
    expect(answers.at(-1)).toBe(422);
  });
});

describe("with TAXISnet", () => {
  test("they come back to the page, and are in at once: one letter, and a link that ends with the sign-in", async () => {
    const page = await wisher.signIn("fani");
    expect(page.text).toContain("ΓΙΑΣΕΜΙΔΟΥ ΦΑΝΗ");
    expect(page.text).not.toContain("Επώνυμο");
    const sent = await wisher.wish({ by: "taxisnet", lastName: "", firstName: "", email: "fani@gmail.com" });
    expect([sent.status, String(sent.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/link\/[\w-]{43}\/draw$/),
    ]);
    const { number } = await lastWish(desk);
    const own = await wisher.see(String(sent.headers.location));
    expect(own.text).toContain(`Η επιθυμία σας μπήκε Ο αριθμός της είναι Κ ${number}`);
    expect(await desk.rows("select kind, is_confirmed from draw_wish")).toEqual([
      { kind: "taxisnet", is_confirmed: true },
    ]);
    expect(await desk.rows("select mark from draw_person order by mark")).toEqual([{ mark: "afm" }, { mark: "email" }]);
    expect(await desk.rows("select address as email from mail where kind = 'draw-wish'")).toEqual([
      { email: "fani@gmail.com" },
    ]);
    expect(await desk.rows("select session is not null as bound from appointment_link where kind = 'draw'")).toEqual([
      { bound: true },
    ]);
  });

  test("the same person again is told that they have one, and it opens, from another browser too", async () => {
    await wisher.signIn("fani");
    await wisher.wish({ by: "taxisnet", email: "fani@gmail.com" });
    const other = aWisher(world, desk);
    expect((await other.signIn("fani")).text).toContain("Έχετε ήδη επιθυμία");
    const again = await other.wish({ by: "taxisnet", email: "else@gmail.com" });
    expect((await other.see(String(again.headers.location))).text).toContain("Έχετε ήδη επιθυμία");
    const opened = await other.press("open");
    const { number } = await lastWish(desk);
    expect((await other.see(String(opened.headers.location))).text).toContain(`Κ ${number}`);
    expect(await desk.rows("select from draw_wish")).toHaveLength(1);
  });

  test("two presses at once make one wish", async () => {
    await wisher.signIn("menelaos");
    const wish = { by: "taxisnet", email: "menelaos@gmail.com" };
    const answers = await Promise.all([wisher.wish(wish), wisher.wish(wish)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const pages = await Promise.all(answers.map(({ headers }) => wisher.see(String(headers.location))));
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(await desk.rows("select from draw_wish")).toHaveLength(1);
  });

  test("what was chosen before signing in is there afterwards", async () => {
    const begun = await wisher.press("taxisnet", { when: `${SECOND} 0`, offices: codes()[0] ?? "", others: "1" });
    expect(String(begun.headers["set-cookie"])).toContain("__Host-taxisnet");
    const page = await wisher.see(`/draws/${desk.number}/wish?when=${SECOND}+0&offices=${codes()[0]}&first=day`);
    expect(page.html).toContain(`name="when" value="${SECOND} 0"`);
    expect(page.html).not.toContain('name="others"');
  });
});

test("after the end nobody writes one: the draw's page says so", async () => {
  await desk.at(CLOSES);
  const page = await wisher.see(`/draws/${desk.number}/wish`);
  expect([page.status, page.headers.location]).toEqual([303, `/draws/${desk.number}`]);
  const sent = await wisher.wish();
  expect([sent.status, sent.headers.location]).toEqual([303, `/draws/${desk.number}`]);
  expect(await desk.rows("select from draw_wish")).toEqual([]);
});
