import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type Reply, type World } from "../../../test/world.ts";
import type { DiaryRow } from "../contract.ts";
import { cellNumber } from "../matrix/row-label.ts";

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

describe("what only a person can say", () => {
  test("no service is guessed: where none is written nobody fits before somebody has said which is usual", async () => {
    const text = `${HEAD}\n24/11/2026\t11:30\tΠαπαδοπούλου Ελένη\n${SECOND}`;
    const reply = await preview(text, { service: null });
    expect(reply.body).toMatchObject({ withoutService: 1, counts: { fits: 1, unclear: 1 } });
    expect(rowOf(reply, 2).problems).toMatchObject([{ field: "service", code: "diary-service-missing" }]);
    expect(verdicts(await preview(text, { service: null, corrections: { 2: { isConfirmed: true } } }))[0]).toBe(
      "unclear",
    );
    expect((await preview(text)).body).toMatchObject({ withoutService: 0, counts: { fits: 2 } });
  });

  test("a service that is written and not understood is asked about, and is not lost", async () => {
    const text = `${HEAD}\n${SECOND.replace("Γνήσιο", "μετάφραση")}`;
    const reply = await preview(text);
    expect(rowOf(reply, 2)).toMatchObject({ verdict: "unclear", notes: "μετάφραση", hints: ["service-unread"] });
    expect(rowOf(reply, 2).problems[0]?.message).toMatch(/«μετάφραση»/);
    expect(verdicts(await preview(text, { corrections: { 2: { service: "vehicle" } } }))).toEqual(["fits"]);
    expect(verdicts(await preview(text, { corrections: { 2: { isConfirmed: true } } }))).toEqual(["fits"]);
  });

  test("a cell of nobody is counted and marked where it stands, and a person says what it is", async () => {
    const text = `${HEAD}\n${FIRST}\tβλ. πίσω\n${SECOND}\tΜυρτιά Εύα`;
    const reply = await preview(text);
    expect(reply.body.unread).toBe(2);
    const cells = reply.body.sheet.lines.flatMap((line: { cells: object[] }) => line.cells);
    const unread = cells.filter(({ fate }: { fate: string }) => fate === "unread");
    expect(unread).toMatchObject([
      { label: "F2", text: "βλ. πίσω" },
      { label: "F3", text: "Μυρτιά Εύα" },
    ]);
    const answers = { [unread[0].id]: "note", [unread[1].id]: "person" };
    const answered = await preview(text, { cells: answers });
    expect(answered.body).toMatchObject({ unread: 0, counts: { rows: 3, fits: 3 } });
    expect(rowOf(answered, 2).notes).toBe("βλ. πίσω");
    expect(rowOf(answered, unread[1].id)).toMatchObject({ label: "F3", lastName: "Μυρτιά", time: "12:00" });
    const onPaper = await preview(text, { cells: { [unread[0].id]: "paper" } });
    expect(onPaper.body).toMatchObject({ unread: 1, counts: { rows: 2 } });
  });

  test("a cell that nobody read stays on paper only when somebody says so, and how many there were is in the answer and in the audit", async () => {
    const text = `${HEAD}\n${FIRST}\tβλ. πίσω\n${SECOND}\tτόνερ`;
    const { fingerprint } = (await preview(text)).body;
    expect((await bringIn(text, fingerprint)).body).toMatchObject({ code: "diary-undecided" });
    expect((await desk.day()).appointments).toEqual([]);
    // Another answer to a cell than was seen in the preview
    const toner = cellNumber(3, 5);
    expect((await bringIn(text, fingerprint, { leavesRest: true, cells: { [toner]: "paper" } })).status).toBe(409);
    const said = { cells: { [toner]: "paper" } };
    const shown = (await preview(text, said)).body;
    const reply = await bringIn(text, shown.fingerprint, { leavesRest: true, ...said });
    expect(reply.body).toMatchObject({ booked: 2, leftOut: 0, unread: 2 });
    const { rows } = await world.owner.query("select details from audit_entry where office_id = $1 and act = $2", [
      desk.office.id,
      "diary-brought-in",
    ]);
    expect(rows).toMatchObject([{ details: { booked: 2, unread: 2 } }]);
  });

  test("the service that was said to be usual is remembered for the office, where a row was booked by it", async () => {
    const remembered = async () =>
      (await world.owner.query("select usual_service from office where id = $1", [desk.office.id])).rows[0]
        .usual_service;
    const bring = async (text: string) =>
      bringIn(text, (await preview(text, { service: "vehicle" })).body.fingerprint, { service: "vehicle" });
    // Its one row names another, so that nobody was asked for it.
    expect((await bring(`${HEAD}\n${FIRST}`)).status).toBe(201);
    expect(await remembered()).toBeNull();
    expect((await bring("24/11/2026\t13:00\tΚαστανάς Άρης")).status).toBe(201);
    expect(await remembered()).toBe("vehicle");
  });
});
