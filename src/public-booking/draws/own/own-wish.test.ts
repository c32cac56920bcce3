import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdIn } from "../../../../test/citizen.ts";
import { ANSWERS, aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS, RELEASES } from "../../../../test/draw-desk.ts";
import { aWisher, BY_EMAIL, lastWish, linkTo, type Wisher } from "../../../../test/draw-wisher.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, type World } from "../../../../test/world.ts";
import { hashOfToken } from "../../../platform/token.ts";
import { formMark } from "../../form/token.ts";

let world: World;
let desk: DrawDesk;
let wisher: Wisher;

/** A form of the page, as a browser sends it: with the mark that shows that it is ours */
const send = (page: string, part: string, fields: Readonly<Record<string, string>> = {}) => {
  const token = page.split("/")[2];
  return wisher.send(`${page}${part}`, { mark: formMark(hashOfToken(token) as Buffer), ...fields });
};

async function written(email: string): Promise<string> {
  await wisher.wish({ ...BY_EMAIL, email });
  return linkTo(world, await lastWish(desk), email);
}

async function begun(shape?: Parameters<typeof aDrawDesk>[1]): Promise<void> {
  world = await aWorld();
  desk = await aDrawDesk(world, shape);
  wisher = aWisher(world, desk);
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
}

describe("while the draw takes wishes", () => {
  beforeAll(() => begun());
  afterAll(() => world.close());

  test("looking at a letter's link confirms nothing; its button does, pressed twice too, and one letter says so", async () => {
    const page = await written("dafni@gmail.com");
    const { text } = await wisher.see(page);
    expect(text).toContain("Να μπει η επιθυμία σας στην κλήρωση;");
    expect(text).toContain("Δευτέρα 14/12 πρωί");
    expect((await wisher.send(`${page}/confirm`, {})).status).toBe(403);
    expect(await desk.rows("select is_confirmed from draw_wish")).toEqual([{ is_confirmed: false }]);
    const both = await Promise.all([send(page, "/confirm"), send(page, "/confirm")]);
    expect(both.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, page],
      [303, page],
    ]);
    const own = await wisher.see(page);
    expect(own.text).toMatch(/Η επιθυμία σας μπήκε Ο αριθμός της είναι Κ\s\d{4}/);
    expect(own.text).toContain("Έως Δευτέρα 07/12, 20:00 Αν κληρωθείτε, απαντάτε.");
    expect(await desk.rows("select count(*)::int as letters from mail where kind = 'draw-wish'")).toEqual([
      { letters: 1 },
    ]);
  });

  test("the same mailbox, spelt otherwise, is told at its link that it has one", async () => {
    const page = await written("d.a.f.n.i@gmail.com");
    const answer = await send(page, "/confirm");
    expect([answer.status, answer.text.includes("Έχετε ήδη επιθυμία σε αυτή την κλήρωση")]).toEqual([409, true]);
  });

  test("of a domain from which nobody has come six count; one that is withdrawn leaves its share to another", async () => {
    const pages = [];
    for (let person = 0; person < 7; person++) {
      const page = await written(`p${person}@own-domain.gr`);
      pages.push(page);
      expect((await send(page, "/confirm")).status).toBe(person < 6 ? 303 : 409);
    }
    expect((await send(pages[0] as string, "/withdraw")).text).toContain("Η επιθυμία σας αποσύρθηκε");
    expect((await send(pages[6] as string, "/confirm")).status).toBe(303);
  });

  test("it is changed as often as they like: its number stays, its fingerprint does not", async () => {
    const page = await written("change@gmail.com");
    await send(page, "/confirm");
    const before = await desk.state(await lastWish(desk));
    const form = await wisher.see(`${page}/change`);
    expect(form.html).toContain(`name="when" value="${FIRST} 0"`);
    const pressed = await send(page, "/change", {
      act: "when 2026-12-15 0",
      when: `${FIRST} 0`,
      offices: desk.offices[0]?.code ?? "",
    });
    expect(pressed.text).toContain("Τρίτη 15/12 πρωί, ΚΕΠ");
    expect((await send(page, "/change", { act: "send", when: "", offices: "" })).status).toBe(422);
    const offices = desk.offices.map(({ code }) => code).join();
    const saved = await send(page, "/change", {
      act: "send",
      when: "2026-12-15 0",
      offices,
      first: "office",
      others: "1",
    });
    expect(saved.headers.location).toBe(`${page}?note=changed`);
    const after = await desk.state(await lastWish(desk));
    expect(after.wish).toMatchObject({
      number: before.wish.number,
      dayParts: [["2026-12-15", 0]],
      first: "office",
      others: true,
    });
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect((await wisher.see(`${page}?note=changed`)).text).toContain("Η αλλαγή αποθηκεύτηκε.");
    const dates = await wisher.see(`${page}/dates.ics`);
    expect(String(dates.headers["content-type"])).toContain("text/calendar");
    expect(dates.html).not.toContain(before.wish.number);
    expect(dates.html).toMatch(/DTSTART:20261204T120000Z[\s\S]*DTSTART:20261207T180000Z/);
  });

  test("it is withdrawn after one question, and its link leads nowhere", async () => {
    const page = await written("gone@gmail.com");
    await send(page, "/confirm");
    expect((await wisher.see(`${page}/withdraw`)).text).toContain("Αποσύρετε την επιθυμία σας;");
    const wishes = await desk.rows("select from draw_wish");
    expect((await send(page, "/withdraw")).text).toContain("Σβήσαμε ό,τι είχατε γράψει.");
    expect(await desk.rows("select from draw_wish")).toHaveLength(wishes.length - 1);
    expect((await wisher.see(page)).status).toBe(404);
  });

  test("a link that was sent to another mailbox, or is of another kind, leads nowhere", async () => {
    await written("right@gmail.com");
    const at = await lastWish(desk);
    expect((await wisher.see(await linkTo(world, at, "wrong@gmail.com"))).status).toBe(404);
    expect((await wisher.see(`/link/${"x".repeat(43)}/draw`)).status).toBe(404);
  });

  test("after the end nothing of it changes", async () => {
    const page = await written("late@gmail.com");
    const other = await written("in@gmail.com");
    await send(other, "/confirm");
    world.now = Temporal.Instant.from("2026-12-04T14:00:00+02:00");
    expect((await wisher.see(page)).text).toContain("Η κλήρωση έκλεισε πριν επιβεβαιώσετε");
    expect((await wisher.see(other)).text).toContain("Η κλήρωση έκλεισε και γίνεται τώρα.");
    expect((await wisher.see(`${other}/change`)).headers.location).toBe(other);
    expect((await wisher.see(`${other}/withdraw`)).headers.location).toBe(other);
    expect((await send(other, "/withdraw")).headers.location).toBe(other);
    expect((await send(other, "/change", { act: "send", when: "2026-12-15 0" })).headers.location).toBe(other);
    await desk.at(CLOSES);
    expect((await send(page, "/confirm")).status).toBe(404);
  });
});

describe("after the draw", () => {
  /** Their links, and how each stands */
  let pages: string[];
  beforeAll(async () => {
    await begun({ mornings: [3, 1] });
    pages = [];
    for (const name of ["one", "two", "three", "four", "five"]) {
      const page = await written(`${name}@gmail.com`);
      await send(page, "/confirm");
      pages.push(page);
    }
    await desk.at(CLOSES);
    await desk.run();
    await desk.run();
  });
  afterAll(() => world.close());

  const standing = async (words: string): Promise<string[]> => {
    const texts = await Promise.all(pages.map(async (page) => [page, (await wisher.see(page)).text] as const));
    return texts.filter(([, text]) => text.includes(words)).map(([page]) => page);
  };
  const DRAWN = "Κληρωθήκατε. Θα έρθετε;";
  const WAITS = "Η κλήρωση έγινε και οι θέσεις δεν έφτασαν ως εσάς";

  test("whoever was drawn is asked, with time and place; whoever was not is told the odds", async () => {
    const [drawn, waits] = [await standing(DRAWN), await standing(WAITS)];
    expect([drawn.length, waits.length]).toEqual([3, 2]);
    const { text } = await wisher.see(drawn[0] as string);
    expect(text).toMatch(/Η πρώτη επιθυμία σας .*Δευτέρα 14 Δεκεμβρίου 2026, στις \d\d:\d\d/);
    expect(text).toContain("Την κρατάμε για εσάς έως Δευτέρα 07/12, 20:00.");
    expect(text).toMatch(/στη σειρά \d από 5/);
    const odds = await Promise.all(waits.map(async (page) => (await wisher.see(page)).text));
    expect(odds.map((said) => /Περιμένουν πριν από εσάς: (\d)/.exec(said)?.[1]).sort()).toEqual(["0", "1"]);
    expect(odds[0]).toContain("Επιθυμίες: 5. Έχουν θέση: 3.");
    expect(odds[0]).toContain("Επόμενη κλήρωση, για");
    expect((await wisher.see(`${waits[0]}/next`)).headers.location).toBe(`/draws/${desk.number + 1}`);
  });

  test("«Θα έρθω» makes a visit of it, pressed twice too, and leads there", async () => {
    const [page = ""] = await standing(DRAWN);
    const first = await send(page, "/come");
    expect([first.status, String(first.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/link\/[\w-]{43}\/done$/),
    ]);
    expect((await wisher.see(String(first.headers.location))).text).toContain("Δευτέρα 14 Δεκεμβρίου");
    const again = await wisher.see(page);
    expect(again.text).toContain("Έχετε πει ότι θα έρθετε");
    expect((await send(page, "/come")).status).toBe(303);
    expect((await wisher.see(`${page}/leave`)).headers.location).toBe(page);
    expect((await send(page, "/leave")).headers.location).toBe(page);
    expect(await desk.rows("select from appointment where status = 'booked'")).toHaveLength(1);
    expect(holdIn(again.html)).toBe("");
  });

  test("«Δεν τη θέλω πια» asks once; the place goes to the first who waits", async () => {
    const [page = ""] = await standing(DRAWN);
    expect((await wisher.see(`${page}/leave`)).text).toContain("Αφήνετε τη θέση σας;");
    expect(await standing(DRAWN)).toContain(page);
    await send(page, "/leave");
    await desk.run();
    expect((await wisher.see(page)).text).toContain("Είπατε ότι δεν τη θέλετε πια.");
    expect((await standing(DRAWN)).length).toBe(2);
    expect((await standing(WAITS)).length).toBe(1);
    expect((await send(page, "/come")).headers.location).toBe(`${page}?note=late`);
  });

  test("where the place can't be had any more they are told, and wait again", async () => {
    const [page = ""] = await standing(DRAWN);
    await world.owner.query("delete from public_booking");
    const answer = await send(page, "/come");
    await openToCitizens(world.owner);
    expect(answer.headers.location).toBe(`${page}?note=lost`);
    const said = await wisher.see(String(answer.headers.location));
    expect(said.text).toContain("Η θέση που είχατε δεν υπάρχει πια");
    expect(said.text).toContain(WAITS);
  });

  test("whoever waits can leave the order", async () => {
    const [page = ""] = await standing(WAITS);
    expect((await wisher.see(`${page}/leave`)).text).toContain("Βγαίνετε από τη σειρά;");
    await send(page, "/leave");
    expect((await wisher.see(page)).text).toContain("Δεν περιμένετε πια σε αυτή την κλήρωση");
  });

  test("whoever said nothing is told that it went on, and when all is over, that", async () => {
    const drawn = await standing(DRAWN);
    await desk.at(ANSWERS);
    await desk.run();
    // The next one takes wishes by now: the same wish is written there, a week later.
    const next = await wisher.see(`${pages[0]}/next`);
    expect(next.headers.location).toMatch(new RegExp(`^/draws/${desk.number + 1}/wish\\?when=2026-12-21\\+0&`));
    expect((await wisher.see(String(next.headers.location))).html).toContain('name="when" value="2026-12-21 0"');
    for (const page of drawn) expect((await wisher.see(page)).text).not.toContain(DRAWN);
    await desk.at(RELEASES);
    await desk.at("2026-12-21T00:10");
    expect((await wisher.see(pages[0] as string)).status).toBe(404);
  });
});
