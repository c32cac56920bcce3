import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { turnAllLanguagesOn } from "../../test/ministry-person.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, NOW, type World } from "../../test/world.ts";

const DAY = "2026-11-24";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world);
});

interface PrintParams {
  readonly as?: Pick<Clerk, "cookie">;
  readonly method?: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
}

async function print(path: string, { as = desk.clerk, method = "GET", headers = {} }: PrintParams = {}) {
  const {
    statusCode,
    body,
    headers: given,
  } = await world.app.inject({
    method,
    url: `/api/offices/${path}`,
    headers: { cookie: as.cookie, ...headers },
  });
  return { status: statusCode, html: body, type: String(given["content-type"]), cache: given["cache-control"] };
}

const sheet = (query = "", params: PrintParams = {}) => print(`${desk.office.code}/day-sheets/${DAY}${query}`, params);

async function entries(act: string, office = desk.office) {
  const { rows } = await world.owner.query(
    "select employee_id, details, appointments from audit_entry where office_id = $1 and act = $2 order by at, id",
    [office.id, act],
  );
  return rows as { employee_id: number; details: Record<string, unknown>; appointments: string[] | null }[];
}

/** What stands in the cells of a row of appointments. */
const rowsIn = (html: string): string[][] =>
  [...html.matchAll(/<tr class="visit.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) =>
      cell
        .replaceAll(/<[^>]+>/g, "")
        .replaceAll("\u00a0", " ")
        .trim(),
    ),
  );

describe("the sheet of a day", () => {
  test("lists who is expected and who is here, and nobody who cancelled", async () => {
    await desk.booked("11:30", { phone: "6944123456", lastName: "Αλμυράκη", firstName: "Κατερίνα" });
    const here = await desk.booked("11:45", { lastName: "Ουρανίδης", firstName: "Λάμπρος" });
    await desk.act(here.id, "arrival");
    const gone = await desk.booked("12:00", { lastName: "Σπαρτίδου" });
    await desk.act(gone.id, "cancellation", { version: 1 });
    const { status, html, type, cache } = await sheet();
    expect([status, type, cache]).toEqual([200, "text/html; charset=utf-8", "no-store"]);
    expect(rowsIn(html)).toEqual([
      ["11:30", "1", "ΑΛΜΥΡΑΚΗ Κατερίνα", "Γνήσιο υπογραφής", "15", "", "", ""],
      ["11:45", "1", "ΟΥΡΑΝΙΔΗΣ Λάμπρος", "Γνήσιο υπογραφής", "15", "✓", "", ""],
    ]);
    expect(html).toContain("Τρίτη 24 Νοεμβρίου 2026");
    expect(html).toContain("να καταστραφεί μετά το πέρας της ημέρας");
    expect(html).toContain("24/11/2026, 10:42");
    expect(html).not.toContain("694");
  });

  test("has telephones only when they are asked for, masked or whole", async () => {
    await desk.booked("11:30", { phone: "6944123456" });
    expect(rowsIn((await sheet("?phones=masked")).html)[0]?.[4]).toBe("69• ••• ••56");
    expect(rowsIn((await sheet("?phones=whole")).html)[0]?.[4]).toBe("694 412 3456");
  });

  test("is of one queue when that is wished, and by queue", async () => {
    await desk.booked("11:30");
    await desk.book(wish("11:15", { queue: 2, lastName: "Σπαρτίδου", firstName: "Μαρία" }));
    expect(rowsIn((await sheet("?queue=2")).html).map(([, , person]) => person)).toEqual(["ΣΠΑΡΤΙΔΟΥ Μαρία"]);
    expect(rowsIn((await sheet("?order=queue")).html).map(([time]) => time)).toEqual(["11:30", "11:15"]);
    expect((await sheet("?queue=9", { headers: { accept: "application/json" } })).status).toBe(404);
  });

  test("escapes whatever somebody is called", async () => {
    await desk.booked("11:30", { lastName: "<b>Έντονος</b>", firstName: '"Ω" & Υιοί' });
    const { html } = await sheet();
    expect(html).toContain("&lt;B&gt;ΕΝΤΟΝΟΣ&lt;/B&gt;");
    expect(html).not.toContain("<b><b>");
  });

  test("is in the language of the screen, which the address names, or else the browser's", async () => {
    const english = { headers: { "accept-language": "en" } };
    expect((await sheet("?language=en")).html).toContain("Tuesday 24 November 2026");
    expect((await sheet("", english)).html).toContain("Tuesday 24 November 2026");
    expect((await sheet("?language=el", english)).html).toContain("Τρίτη 24 Νοεμβρίου 2026");
  });

  test("is recorded before it shows, and numbered among the prints of that day", async () => {
    await desk.booked("11:30");
    expect((await sheet()).html).toContain(`αρ. εκτύπωσης ${DAY}/1`);
    expect((await sheet("?order=queue&queue=1&phones=masked")).html).toContain(`αρ. εκτύπωσης ${DAY}/2`);
    expect(await entries("day-printed")).toMatchObject([
      {
        employee_id: desk.clerk.employeeId,
        details: { date: DAY, order: "time", queue: null, phones: "none", rows: 1, number: 1 },
      },
      {
        employee_id: desk.clerk.employeeId,
        details: { date: DAY, order: "queue", queue: 1, phones: "masked", rows: 1, number: 2 },
      },
    ]);
  });

  test("gets each number once, however many print at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => sheet()));
    const numbers = (await entries("day-printed")).map(({ details }) => details.number);
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("is the head's as well as a clerk's", async () => {
    expect((await sheet("", { as: await aHead(world, desk.office) })).status).toBe(200);
  });

  test("is not printed by a HEAD", async () => {
    expect((await sheet("", { method: "HEAD" })).status).toBe(405);
    expect(await entries("day-printed")).toEqual([]);
  });
});

describe("a print that is refused leaves its entry:", () => {
  test.each([
    ["a range", () => `day-sheets/${DAY}?to=2026-11-30`],
    ["a range instead of a day", () => `day-sheets?from=${DAY}&to=2026-11-30`],
    ["a range as a date", () => `day-sheets/${DAY}..2026-11-30`],
    ["a day of which no holidays are known", () => "day-sheets/1999-12-31"],
    ["telephones as nobody shows them", () => `day-sheets/${DAY}?phones=all`],
  ])("%s", async (_, path) => {
    const { code } = desk.office;
    expect((await print(`${code}/${path()}`)).status).toBe(400);
    const [entry, ...others] = await entries("print-refused");
    expect(others).toEqual([]);
    expect(entry?.employee_id).toBe(desk.clerk.employeeId);
    expect(entry?.details.asked).toBe(`GET /api/offices/${code}/${path()}`);
    expect(await entries("day-printed")).toEqual([]);
  });

  test("another office's, in each of the employee's own and not in the other's", async () => {
    const [one, two] = [await world.anOffice(), await world.anOffice()];
    const stranger = await world.aClerk(one, two);
    expect((await sheet("", { as: stranger })).status).toBe(404);
    expect((await print("0000/day-sheets/2026-11-24", { as: stranger })).status).toBe(404);
    for (const office of [one, two])
      expect((await entries("print-refused", office)).map(({ details }) => details)).toEqual([
        { code: "office-not-found", asked: `GET /api/offices/${desk.office.code}/day-sheets/${DAY}` },
        { code: "office-not-found", asked: "GET /api/offices/0000/day-sheets/2026-11-24" },
      ]);
    expect(await entries("print-refused")).toEqual([]);
  });

  test("one that a link on another site asks for", async () => {
    const { status } = await sheet("", { headers: { "sec-fetch-site": "cross-site" } });
    expect(status).toBe(403);
    expect(await entries("print-refused")).toHaveLength(1);
    expect(await entries("day-printed")).toEqual([]);
  });

  test("by the ministry's staff, in the nation's", async () => {
    const ministry = await world.aClerk();
    await world.owner.query("update employee set is_ministry = true where id = $1", [ministry.employeeId]);
    expect((await sheet("", { as: ministry })).status).toBe(404);
    expect(await entries("print-refused", { id: 0, code: "" })).toMatchObject([{ employee_id: ministry.employeeId }]);
  });

  test("in words for a person, with the way back; as a problem for a program", async () => {
    const page = await sheet("?to=2026-11-30", { headers: { accept: "text/html,*/*" } });
    expect([page.status, page.type]).toEqual([400, "text/html; charset=utf-8"]);
    expect(page.html).toContain("Δεν έγινε εκτύπωση");
    expect(page.html).toContain("«to»");
    expect(page.html).toContain('href="/"');
    expect((await sheet("?to=2026-11-30")).type).toContain("application/problem+json");
  });

  test("but not a stranger's, of whom nobody knows anything", async () => {
    const page = await sheet("", { as: { cookie: "" }, headers: { accept: "text/html" } });
    expect(page.status).toBe(401);
    expect(page.html).toContain('href="/sign-in"');
    expect(await entries("print-refused")).toEqual([]);
  });
});

describe("the slip for a citizen", () => {
  const slip = (id: string, params: PrintParams = {}) => print(`${desk.office.code}/appointments/${id}/slip`, params);

  test("says when and where and what to bring, with the reference and nobody's name", async () => {
    await world.owner.query(
      "update office set address = 'Αυγής 1', postcode = '15122', phone = '+302109098391' where id = $1",
      [desk.office.id],
    );
    const { id, reference } = await desk.booked("11:30", { lastName: "Αλμυράκη", firstName: "Κατερίνα" });
    const { html } = await slip(id);
    const text = html.replaceAll("\u00a0", " ");
    for (const words of ["Τρίτη 24 Νοεμβρίου 2026", "στις 11:30", "Αυγής 1, 15122", "210 909 8391", "ταυτότητα"])
      expect(text).toContain(words);
    expect(text).toContain(reference.replace(/(...)(...)(...)/, "$1 $2 $3"));
    expect(text).not.toContain("ΑΛΜΥΡΑΚΗ");
    expect(await entries("slip-printed")).toMatchObject([{ appointments: [id] }]);
  });

  test("speaks the language of the appointment", async () => {
    const { id } = await desk.booked("11:30", { language: "en" });
    const { html } = await slip(id);
    expect(html).toContain("Tuesday 24 November 2026");
    expect(html).toContain("Certification of signature");
    expect(html).toContain("Στο πλάνο της ημέρας");
  });

  test("speaks a language of the counter too, with the Greek beside; English once that is switched off", async () => {
    await turnAllLanguagesOn(world);
    const { rows } = await world.owner.query(
      "select name, to_bring -> 0 ->> 'greek' as bring from service where code = 'signature'",
    );
    const [{ name, bring }] = rows;
    await world.owner.query(
      "insert into translation (greek, language, words) values ($1, 'ar', 'صحة التوقيع'), ($2, 'ar', 'بطاقة الهوية')",
      [name, bring],
    );
    const { id } = await desk.booked("11:30", { language: "ar" });
    const { html } = await slip(id);
    expect(html).toContain('lang="ar" dir="rtl"');
    for (const words of ["موعدكم", "صحة التوقيع", "بطاقة الهوية", name]) expect(html).toContain(words);
    expect(html).not.toMatch(/paper\.slip|\p{Noncharacter_Code_Point}/u);
    await world.owner.query("update counter_language set is_on = false");
    const english = (await slip(id)).html;
    expect([english.includes("Certification of signature"), english.includes("صحة التوقيع")]).toEqual([true, false]);
    await world.owner.query("delete from translation where language = 'ar' and greek = any ($1)", [[name, bring]]);
  });

  test("of what was cancelled, of another office's or of nothing is refused", async () => {
    const { id } = await desk.booked("11:30");
    await desk.act(id, "cancellation", { version: 1 });
    expect((await slip(id)).status).toBe(409);
    const other = await aBookingDesk(world);
    expect((await slip((await other.booked("11:30")).id)).status).toBe(404);
    expect((await slip("%00")).status).toBe(404);
    expect(await entries("print-refused")).toHaveLength(3);
    expect(await entries("slip-printed")).toEqual([]);
  });
});

describe("the call list on paper", () => {
  test("of a day without calls is one page that says so, and recorded", async () => {
    const { status, html } = await print(`${desk.office.code}/call-lists/${DAY}/sheet`);
    expect(status).toBe(200);
    expect(html.replaceAll("\u00a0", " ")).toContain("0 κλήσεις");
    expect(await entries("calls-printed")).toMatchObject([{ details: { date: DAY, rows: 0, number: 1 } }]);
    expect(await entries("call-list-viewed")).toEqual([]);
  });

  test("tells of a lost e-mail what there is to say: where the visit stands, or that it is off", async () => {
    const [stands, off] = [await desk.booked("12:00"), await desk.booked("12:15")];
    await desk.act(off.id, "cancellation", { version: 1 });
    for (const { id, time } of [stands, off])
      await world.owner.query(
        `insert into call (office_id, appointment_id, date, why, before, planned_at)
         values ($1, $2, $3::text::date, 'undelivered', json_build_object('date', $3::text, 'time', $4::text, 'queue', 1), now())`,
        [desk.office.id, id, DAY, time],
      );
    const { html } = await print(`${desk.office.code}/call-lists/${DAY}/sheet`);
    const [, of, ofOff] = html.split('<td class="places">').map((cell) => cell.split("</td>")[0]);
    expect(of).toMatch(/^<b>Τώρα: .*12:00.*Το e-mail δεν παραδόθηκε$/);
    expect(ofOff).toMatch(/^Ήταν: .*12:15.*<b>Το ραντεβού ακυρώθηκε: πείτε ότι δεν ισχύει\.<\/b><br>Το e-mail δεν/);
  });
});

describe("the offer of sheets", () => {
  /** Everybody has just signed in. */
  const goTo = async (now: Temporal.Instant) => {
    world.now = now;
    await world.owner.query("update session set created_at = $1, last_seen_at = $1", [now.toString()]);
    await world.owner.query("update employee set synced_at = $1", [now.toString()]);
  };
  const offered = async (clerk = desk.clerk) =>
    (await clerk.ask("GET", `${desk.office.code}/sheet-offer`)).body.days as string[];

  test("is today's and the next day's with appointments, or else tomorrow's", async () => {
    expect(await offered()).toEqual([DAY, "2026-11-25"]);
    await desk.booked("11:30", { date: "2026-11-27" });
    expect(await offered()).toEqual([DAY, "2026-11-27"]);
  });

  test("ends for everybody once today's was printed today; yesterday's print of it does not count", async () => {
    await goTo(NOW.subtract({ hours: 24 }));
    await sheet();
    await goTo(NOW);
    expect(await offered()).toHaveLength(2);
    await print(`${desk.office.code}/day-sheets/2026-11-25`);
    expect(await offered()).toHaveLength(2);
    await sheet();
    expect(await offered()).toEqual([]);
    await goTo(NOW.add({ hours: 24 }));
    expect(await offered()).toHaveLength(2);
    await goTo(Temporal.Instant.from("2026-11-26T00:00:00+02:00"));
    await print(`${desk.office.code}/day-sheets/2026-11-26`);
    expect(await offered(), "printed as the day begins").toEqual([]);
  });

  test("is put away by one employee for that one, until the next day", async () => {
    const colleague = await world.aClerk(desk.office);
    for (const _ of ["once", "twice"])
      expect((await desk.clerk.ask("DELETE", `${desk.office.code}/sheet-offer`)).body.days).toEqual([]);
    expect(await offered()).toEqual([]);
    const { rows } = await world.owner.query("select put_away_by from printed_sheet where office_id = $1", [
      desk.office.id,
    ]);
    expect(rows).toEqual([{ put_away_by: [desk.clerk.employeeId] }]);
    expect(await offered(colleague)).toHaveLength(2);
    await goTo(NOW.add({ hours: 24 }));
    expect(await offered()).toHaveLength(2);
  });
});
