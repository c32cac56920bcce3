import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";

/** Of another service than those of the catalogue: what for, where the counter reads it. */

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world);
});
afterAll(() => world.close());

test("what it is for is kept in a line, stands on the sheet, and goes with the person", async () => {
  const { id, matter, behalf } = await desk.booked("12:00", {
    matter: "  αίτηση  για το τέλος φωτισμού ",
    behalf: "proxy",
  });
  expect([matter, behalf]).toEqual(["αίτηση για το τέλος φωτισμού", "proxy"]);
  const sheet = await world.app.inject({
    url: `/api/offices/${desk.office.code}/day-sheets/2026-11-24`,
    headers: { cookie: desk.clerk.cookie },
  });
  expect(sheet.body).toContain("αίτηση για το τέλος φωτισμού");
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk.office.id, id]);
  const { rows } = await world.owner.query("select matter, behalf from appointment where id = $1", [id]);
  expect(rows).toEqual([{ matter: null, behalf: null }]);
});

test.each([
  ["α".repeat(121), "field-too-long"],
  ["<b>αίτηση</b>", "text-markup"],
  ["αίτηση\nκαι άλλα", "field-control-characters"],
])("%j is refused at its field", async (matter, code) => {
  const { status, body } = await desk.book(wish("10:00", { matter }));
  expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: "matter", code })]]);
});
