import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { statementsOf } from "../../test/statements-of.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type Reply, type World } from "../../test/world.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { type DiaryRow, MAX_ROWS } from "./contract.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world);
});

const HEAD = "Ημερομηνία\tΏρα\tΟνοματεπώνυμο\tΤηλέφωνο\tΥπηρεσία";
const FIRST = "24/11/2026\t11:30\tΠαπαδοπούλου Ελένη\t694 412 3456\tΓνήσιο";
const SECOND = "24/11/2026\t12:00\tΚαστανάς Άρης\t\tΓνήσιο";

const request = (text: string, more: object = {}) => ({ text, service: "signature", queue: null, ...more });
const preview = (text: string, more: object = {}): Promise<Reply> =>
  desk.clerk.ask("POST", `${desk.office.code}/diary-previews`, { body: request(text, more) });
const bringIn = (text: string, fingerprint: string, more: object = {}, key: string = randomUUID()): Promise<Reply> =>
  desk.clerk.ask("POST", `${desk.office.code}/diary-imports`, {
    body: request(text, { fingerprint, leavesRest: false, ...more }),
    key,
  });
const verdicts = (reply: Reply): string[] =>
  (reply.body.rows as DiaryRow[]).toSorted((a, b) => a.row - b.row).map(({ verdict }) => verdict);
const rowOf = (reply: Reply, row: number): DiaryRow =>
  (reply.body.rows as DiaryRow[]).find((each) => each.row === row) as DiaryRow;

describe("the preview", () => {
  test("shows each row where it would be booked, and writes nothing", async () => {
    const reply = await preview([HEAD, FIRST, SECOND].join("\n"));
    expect(reply.status).toBe(200);
    expect(reply.body.counts).toMatchObject({ rows: 2, fits: 2 });
    expect(rowOf(reply, 2)).toMatchObject({ date: "2026-11-24", time: "11:30", queue: 1, lastName: "Παπαδοπούλου" });
    expect((await desk.day()).appointments).toEqual([]);
  });

  test("fills the queues row by row, and says what collides with which alternatives", async () => {
    const rows = ["Α", "Β", "Γ"].map((letter) => `24/11/2026\t11:30\tΔοκιμή${letter} Ελένη`);
    const reply = await preview(rows.join("\n"));
    expect(verdicts(reply)).toEqual(["fits", "fits", "collides"]);
    expect(rowOf(reply, 3).problems[0]).toMatchObject({ field: "time", code: "slot-taken" });
    expect(rowOf(reply, 3).alternatives).toHaveLength(3);
  });

  test("a time between two starts goes to the one before, and says so", async () => {
    const reply = await preview("24/11/2026\t11:35\tΠαπαδοπούλου Ελένη");
    expect(rowOf(reply, 1)).toMatchObject({ verdict: "fits", time: "11:30", hints: ["time-adjusted"] });
  });

  test("the day written once holds for those below", async () => {
    const reply = await preview("Τρίτη 24 Νοεμβρίου\n\t11:30\tΠαπαδοπούλου Ελένη\n\t12:00\tΚαστανάς Άρης");
    expect(verdicts(reply)).toEqual(["fits", "fits"]);
    expect(rowOf(reply, 2)).toMatchObject({ date: "2026-11-24", hints: ["date-carried-down"] });
  });

  test("free times and titles are no visits; a name without a time is one", async () => {
    const rows = [
      "Ραντεβού",
      "24/11/2026",
      "\t11:30\tΠαπαδοπούλου Ελένη",
      "\t11:45",
      "\t12:00\t\t",
      "\t\tΚαστανάς Άρης",
    ];
    const reply = await preview(["Ημερομηνία\tΏρα\tΟνοματεπώνυμο\tΤηλέφωνο", ...rows].join("\n"));
    expect(verdicts(reply)).toEqual(["fits", "unclear"]);
    expect(reply.body).toMatchObject({ skipped: 5, unread: 0 });
  });

  test("a first name that stands first waits for a person, who turns the names or lets them stand", async () => {
    const text = "24/11/2026\t11:30\tΕλένη Παπαδοπούλου";
    expect(rowOf(await preview(text), 1)).toMatchObject({ verdict: "unclear", hints: ["names-swapped"] });
    const turned = { 1: { lastName: "Παπαδοπούλου", firstName: "Ελένη" } };
    expect(rowOf(await preview(text, { corrections: turned }), 1)).toMatchObject({ verdict: "fits", hints: [] });
    const stands = await preview(text, { corrections: { 1: { isConfirmed: true } } });
    expect(rowOf(stands, 1)).toMatchObject({ verdict: "fits", lastName: "Ελένη" });
  });

  test("the same line twice is one visit until a person says that it is two", async () => {
    const text = [FIRST, SECOND, FIRST].join("\n");
    const reply = await preview(text);
    expect(verdicts(reply)).toEqual(["fits", "fits", "unclear"]);
    expect(rowOf(reply, 3).problems).toMatchObject([
      { code: "diary-twice", message: expect.stringMatching(/γραμμή 1/) },
    ]);
    expect(verdicts(await preview(text, { corrections: { 3: { isConfirmed: true } } }))).toEqual([
      "fits",
      "fits",
      "fits",
    ]);
    expect(verdicts(await preview(text, { corrections: { 3: { isLeftOut: true } } }))).toEqual([
      "fits",
      "fits",
      "left-out",
    ]);
  });

  test("one person at two times may be one longer visit: neither is booked before a person has said", async () => {
    const text = `${FIRST}\n24/11/2026\t11:45\tΠΑΠΑΔΟΠΟΥΛΟΥ ΕΛΕΝΗ`;
    const reply = await preview(text);
    expect(verdicts(reply)).toEqual(["unclear", "unclear"]);
    expect(rowOf(reply, 1).problems).toMatchObject([{ code: "diary-again" }]);
    const one = { 1: { service: "vehicle" }, 2: { isLeftOut: true } };
    const longer = await preview(text, { corrections: one });
    expect([verdicts(longer), rowOf(longer, 1).minutes]).toEqual([["fits", "left-out"], 30]);
    const both = { 1: { isConfirmed: true }, 2: { isConfirmed: true } };
    expect(verdicts(await preview(text, { corrections: both }))).toEqual(["fits", "fits"]);
    const others = `${FIRST}\n24/11/2026\t11:45\tΠαπαδοπούλου Ελένη\t6977777777`;
    expect(verdicts(await preview(others))).toEqual(["fits", "fits"]);
  });

  test("a length that is written is the visit's, or a doubt", async () => {
    const written = (time: string) => `24/11/2026\t${time}\tΠαπαδοπούλου Ελένη`;
    expect(verdicts(await preview(written("11:30–11:45")))).toEqual(["fits"]);
    const reply = await preview(written("11:30-12:00"));
    expect(verdicts(reply)).toEqual(["unclear"]);
    expect(rowOf(reply, 1).problems[0]?.message).toMatch(/30′.*15′/);
    const long = await preview(written("11:30-12:00"), { corrections: { 1: { service: "vehicle" } } });
    expect([verdicts(long), rowOf(long, 1).minutes]).toEqual([["fits"], 30]);
    expect(verdicts(await preview(written("11:30-12:00"), { corrections: { 1: { isConfirmed: true } } }))).toEqual([
      "fits",
    ]);
    // Its place was not taken while it was in doubt.
    const next = "24/11/2026\t11:30\tΚαστανάς Άρης";
    expect(verdicts(await preview(`${written("11:30-12:00")}\n${next}`, { queue: 1 }))).toEqual(["unclear", "fits"]);
  });

  test("a cancelled visit is not booked, unless a person says that it stands", async () => {
    const text = "24/11/2026\t11:30\tΑΚΥΡΩΘΗΚΕ Παπαδόπουλος Γιώργος";
    const reply = await preview(text);
    expect(verdicts(reply)).toEqual(["unclear"]);
    expect(rowOf(reply, 1).problems).toMatchObject([{ message: expect.stringMatching(/«ΑΚΥΡΩΘΗΚΕ».*Ισχύει/) }]);
    const stands = await preview(text, { corrections: { 1: { isConfirmed: true } } });
    expect(rowOf(stands, 1)).toMatchObject({ verdict: "fits", lastName: "Παπαδόπουλος", firstName: "Γιώργος" });
  });

  test("a service that the office does not offer is booked by no row", async () => {
    await world.owner.query(
      "insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)",
      [desk.office.id],
    );
    const text = `${HEAD}\n${FIRST}\n24/11/2026\t12:00\tΚαστανάς Άρης\t\tvehicle`;
    const reply = await preview(text);
    expect(rowOf(reply, 3)).toMatchObject({ verdict: "unclear", hints: ["service-unread"], notes: "vehicle" });
    for (const wish of [{ service: "vehicle" }, { corrections: { 3: { service: "vehicle" } } }]) {
      const refused = await preview(text, wish);
      expect(rowOf(refused, 3).verdict).toBe("unclear");
      expect(rowOf(refused, 3).problems[0]).toMatchObject({ code: "service-not-offered" });
    }
    const own = FIRST.replace("Γνήσιο", "vehicle");
    const bring = await bringIn(own, (await preview(own, { service: "vehicle" })).body.fingerprint, {
      service: "vehicle",
      leavesRest: true,
    });
    expect([bring.status, bring.body.code]).toEqual([422, "diary-nothing-fits"]);
    expect((await desk.day()).appointments).toEqual([]);
  });

  test("what is over, already there, far away or unreadable", async () => {
    await desk.booked("11:30");
    const rows = [
      "23/11/2026\t11:30\tΚαστανάς Άρης",
      "24/11/2026\t11:30\tΠΑΠΑΔΟΠΟΥΛΟΥ ΕΛΕΝΗ",
      "24/11/2062\t11:30\tΚαστανάς Άρης",
      "24/11/2026\tπρωί\tΚαστανάς Άρης",
      "24/11/2026\t12:30\tΚαστανάς",
      "25/11/2026\t22:00\tΚαστανάς Άρης",
    ];
    expect(verdicts(await preview(rows.join("\n")))).toEqual([
      "past",
      "there",
      "unclear",
      "unclear",
      "unclear",
      "collides",
    ]);
  });

  test("a person says what an unreadable cell means, or leaves it out", async () => {
    const text = "24/11/2026\tπρωί\tΚαστανάς Άρης\n24/11/2026\t12:30\tΚαστανάς";
    const corrections = { 1: { time: "10:45" }, 2: { isLeftOut: true } };
    expect(verdicts(await preview(text, { corrections }))).toEqual(["fits", "left-out"]);
  });
});

describe("bringing it in", () => {
  test("books all of it at once, with history and an entry of the audit", async () => {
    const text = [HEAD, FIRST, SECOND].join("\n");
    const { fingerprint } = (await preview(text)).body;
    const key = randomUUID();
    const reply = await bringIn(text, fingerprint, {}, key);
    const dates = { firstDate: "2026-11-24", lastDate: "2026-11-24" };
    const counts = { booked: 2, leftOut: 0, unread: 0 };
    expect([reply.status, reply.body]).toEqual([201, { id: expect.any(String), ...counts, ...dates }]);
    const { appointments } = await desk.day();
    expect(appointments.map(({ lastName }: { lastName: string }) => lastName)).toEqual(["Παπαδοπούλου", "Καστανάς"]);
    expect(appointments[0]).toMatchObject({ phone: "+306944123456", service: "signature", status: "booked" });
    expect(await desk.history(appointments[0].id)).toMatchObject([{ kind: "booked" }]);
    expect((await bringIn(text, fingerprint, {}, key)).headers["idempotency-replayed"]).toBe("true");
    expect((await desk.day()).appointments).toHaveLength(2);
    const { rows } = await world.owner.query("select act, details from audit_entry where office_id = $1", [
      desk.office.id,
    ]);
    expect(rows).toContainEqual({ act: "diary-brought-in", details: expect.objectContaining({ booked: 2 }) });
  });

  test("brought in a second time, everybody is there already", async () => {
    const { fingerprint } = (await preview(FIRST)).body;
    await bringIn(FIRST, fingerprint);
    const again = await preview(FIRST);
    expect(verdicts(again)).toEqual(["there"]);
    expect((await bringIn(FIRST, again.body.fingerprint)).body.code).toBe("diary-nothing-fits");
  });

  test("a place taken since the preview: nothing is done, and a new preview is shown", async () => {
    const text = [FIRST, SECOND].join("\n");
    const { fingerprint } = (await preview(text, { queue: 1 })).body;
    await desk.book(wish("11:30", { lastName: "Άλλη" }));
    const reply = await bringIn(text, fingerprint, { queue: 1 });
    expect([reply.status, reply.body.code]).toEqual([409, "preview-stale"]);
    expect(reply.body.preview.counts).toMatchObject({ fits: 1, collides: 1 });
    expect((await desk.day()).appointments).toHaveLength(1);
  });

  test("a rule that is being written meanwhile holds for it too", async () => {
    const { fingerprint } = (await preview(FIRST)).body;
    let reply: Promise<Reply> | undefined;
    await world.database.db.write({ office: desk.office.id }, async (tx) => {
      await lockOffice(tx, desk.office.id);
      await tx.sql`insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
        values (${desk.office.id}, gen_random_uuid(), 'closed', '2026-11-24 11:00+02', '2026-11-24 12:00+02', 'απεργία', now())`;
      reply = bringIn(FIRST, fingerprint);
      expect(await waits(world, reply, 0)).toBe(true);
    });
    expect((await reply)?.body).toMatchObject({ status: 409, code: "preview-stale" });
    expect((await desk.day()).appointments).toEqual([]);
  });

  test("rows that don't fit stay out only when somebody says so", async () => {
    const text = [FIRST, "24/11/2026\tπρωί\tΚαστανάς Άρης"].join("\n");
    const { fingerprint } = (await preview(text)).body;
    expect((await bringIn(text, fingerprint)).body.code).toBe("diary-undecided");
    expect((await desk.day()).appointments).toEqual([]);
    expect((await bringIn(text, fingerprint, { leavesRest: true })).body).toMatchObject({ booked: 1, leftOut: 1 });
  });

  test("two clerks bring the same diary in at once: it is booked once", async () => {
    const text = [FIRST, SECOND].join("\n");
    const { fingerprint } = (await preview(text)).body;
    const replies = await Promise.all([1, 2, 3].map(() => bringIn(text, fingerprint)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await desk.day()).appointments).toHaveLength(2);
  });

  test("it takes as many statements to bring in fifteen rows as five", async () => {
    const statementsFor = async (minutes: readonly string[]) => {
      const lines = minutes.flatMap((minute) =>
        [8, 9, 10, 11, 12].map(
          (hour) => `25/11/2026;${hour}:${minute};Δοκιμή${"μ".repeat(hour + Number(minute))};Ελένη`,
        ),
      );
      const { fingerprint } = (await preview(lines.join("\n"))).body;
      const statements = await statementsOf(async () =>
        expect((await bringIn(lines.join("\n"), fingerprint)).body).toMatchObject({ booked: lines.length }),
      );
      return statements.length;
    };
    const few = await statementsFor(["00"]);
    expect(await statementsFor(["15", "30", "45"])).toBe(few);
  });

  test("a thousand rows, all or none", async () => {
    const days = Array.from({ length: 20 }, (_, n) =>
      Temporal.PlainDate.from("2026-11-25").add({ days: n }).toString(),
    );
    const times = Array.from(
      { length: 25 },
      (_, n) => `${8 + Math.floor(n / 4)}:${String((n % 4) * 15).padStart(2, "0")}`,
    );
    // Somebody who came every quarter of an hour would be in doubt.
    const own = (time: string) => "μ".repeat(times.indexOf(time) + 1);
    const text = days
      .flatMap((day) => times.flatMap((time) => ["Α", "Β"].map((x) => `${day};${time};Δοκιμή${x}${own(time)};Ελένη`)))
      .join("\n");
    const seen = await preview(text);
    expect(seen.body.counts).toMatchObject({ rows: 1000, fits: 1000 });
    expect(seen.body.rows).toHaveLength(500);
    expect((await bringIn(text, seen.body.fingerprint)).body).toMatchObject({ booked: 1000 });
  });
});

describe("bad input", () => {
  test("who is not signed in is not even read", async () => {
    for (const path of ["diary-previews", "diary-imports"]) {
      const options = { body: "x".repeat(5_000_000), headers: { cookie: "" } };
      expect((await desk.clerk.ask("POST", `${desk.office.code}/${path}`, options)).status).toBe(401);
    }
  });

  test.each([
    ["nothing", "  \n \n", "diary-empty"],
    ["a diary of free times", "Ημερομηνία;Ώρα;Όνομα\n24/11/2026;9:30;\n24/11/2026;9:45;", "diary-empty"],
    ["a spreadsheet's own file", "PK\u0003\u0004\u0014\u0000\u0006", "diary-not-text"],
    ["a page", "<!DOCTYPE html><html></html>", "diary-is-page"],
    ["Greek that was lost", "24/11/2026;9:30;\ufffd\ufffd\ufffd\ufffd", "diary-damaged"],
    ["too many rows", "24/11/2026;9:30;Α Β\n".repeat(MAX_ROWS + 1), "diary-too-long"],
  ])("%s", async (_, text, code) => {
    const reply = await preview(text);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
    expect(reply.body.title).toMatch(/[α-ω]/);
  });

  test("ten thousand bad rows are said in a few lines", async () => {
    const reply = await preview("32/13/2026;αργά;???\n".repeat(10_000));
    expect(reply.status).toBe(200);
    expect(reply.body.counts).toMatchObject({ rows: 10_000, unclear: 10_000, fits: 0 });
    expect(reply.body.faults[0].rows).toBe(10_000);
    expect(reply.body.rows).toHaveLength(500);
    expect((await bringIn("32/13/2026;αργά;???", reply.body.fingerprint)).status).toBe(409);
  });

  test("markup and control characters stay text, or are refused at their row", async () => {
    const text = '24/11/2026;11:30;<script>alert(1)</script>;"O\'Brien"';
    const lastName = "<script>alert(1)</script>";
    expect(rowOf(await preview(text), 1)).toMatchObject({ verdict: "unclear", lastName });
    const stands = await preview(text, { corrections: { 1: { isConfirmed: true } } });
    expect(rowOf(stands, 1)).toMatchObject({ verdict: "fits", lastName });
  });

  test("another office's clerk finds nothing", async () => {
    const stranger = await aBookingDesk(world);
    const reply = await stranger.clerk.ask("POST", `${desk.office.code}/diary-previews`, { body: request(FIRST) });
    expect(reply.status).toBe(404);
  });
});
