import { expect, test } from "vitest";
import { aMailDesk } from "../../test/mail-desk.ts";
import { aWorld } from "../../test/world.ts";
import { lockDue } from "./claim-sql.ts";

test("what has been sent takes nobody's turn, however much of it there is", async () => {
  const world = await aWorld();
  const desk = await aMailDesk(world);
  await desk.booked("12:00", { email: "eleni@example.gr" });
  await desk.delivered();
  const waiting = await desk.booked("12:15", { email: "nikos@example.gr" });
  const office = desk.office.id;
  const due = await world.database.db.write({ office }, (tx) => lockDue(tx, office, world.now.add({ minutes: 3 }), 1));
  expect(due).toEqual([waiting.id]);
  await desk.close();
  await world.close();
});
