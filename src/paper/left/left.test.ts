import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

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

const ROW = { label: "C12", cells: ["10:00", "", "<b>Παππά</b> Μαρία"], why: "Η ώρα έχει δοθεί." };

async function print(rows: unknown, office = desk.office.code, headers: Readonly<Record<string, string>> = {}) {
  const { statusCode, body } = await world.app.inject({
    method: "POST",
    url: `/api/offices/${office}/diary-left-sheets?language=el`,
    payload: new URLSearchParams({ rows: typeof rows === "string" ? rows : JSON.stringify(rows) }).toString(),
    headers: {
      cookie: desk.clerk.cookie,
      accept: "text/html",
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...headers,
    },
  });
  return { status: statusCode, html: body.replaceAll("\u00a0", " ") };
}

async function entries(act: string) {
  const { rows } = await world.owner.query(
    "select employee_id, details, appointments from audit_entry where office_id = $1 and act = $2",
    [desk.office.id, act],
  );
  return rows;
}

test("each row as it was written, with why it stayed; that it was printed is recorded, and nothing of it kept", async () => {
  const { status, html } = await print([ROW, { ...ROW, label: "13", why: "Έμεινε στο χαρτί" }]);
  expect(status).toBe(200);
  for (const words of ["2 γραμμές", "<td>C12</td>", "10:00 | &lt;b&gt;Παππά&lt;/b&gt; Μαρία", "Η ώρα έχει δοθεί."])
    expect(html, words).toContain(words);
  expect(await entries("diary-left-printed")).toEqual([
    { employee_id: desk.clerk.employeeId, details: { rows: 2 }, appointments: null },
  ]);
});

test.each([
  ["no JSON", "{"],
  ["no row", []],
  ["another shape", [{ ...ROW, phone: "1" }]],
  ["too many", Array.from({ length: 501 }, () => ROW)],
])("%s is refused, and the refusal is recorded", async (_name, rows) => {
  expect((await print(rows)).status).toBe(400);
  expect(await entries("print-refused")).toHaveLength(1);
  expect(await entries("diary-left-printed")).toEqual([]);
});

test("another office's clerk and another site's form print nothing", async () => {
  const other = await world.anOffice();
  expect((await print([ROW], other.code)).status).toBe(404);
  expect((await print([ROW], desk.office.code, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(await entries("diary-left-printed")).toEqual([]);
});
