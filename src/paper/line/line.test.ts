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

async function rule(query = "language=el", office = desk.office.code) {
  const { statusCode, body } = await world.app.inject({
    method: "GET",
    url: `/api/offices/${office}/line-rule?${query}`,
    headers: { cookie: desk.clerk.cookie, accept: "text/html", "sec-fetch-site": "same-origin" },
  });
  return { status: statusCode, html: body.replaceAll("\u00a0", " ") };
}

test("the rule of the line with the office's own minutes, in the languages that are offered", async () => {
  await world.owner.query("update office set line_slack_minutes = 20 where id = $1", [desk.office.id]);
  const { status, html } = await rule();
  expect(status).toBe(200);
  expect(html).toContain(
    "Κάθε θυρίδα καλεί όποιον είναι εδώ με τη νωρίτερη ώρα ραντεβού ή άφιξης. Άφιξη χωρίς ραντεβού, ή πάνω από 10 λεπτά αργά, μετρά 20 λεπτά αργότερα, εκτός προτεραιότητας.",
  );
  expect(html).toContain(
    "Arrival without appointment, or over 10 minutes late, counts 20 minutes later, except with priority.",
  );
  expect(html).not.toContain("Η εκτύπωση καταγράφεται");
  await world.owner.query("update office set line_slack_minutes = 0 where id = $1", [desk.office.id]);
  expect((await rule("language=el&size=a3")).html).toContain("μετρά η ώρα της άφιξης.");
});

test("another size is none, and another office's wall is not this clerk's", async () => {
  expect((await rule("size=a0")).status).toBe(400);
  const other = await world.anOffice();
  expect((await rule("language=el", other.code)).status).toBe(404);
});
