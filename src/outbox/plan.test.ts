import { expect, test } from "vitest";
import { aRulesDesk } from "../../test/rules-desk.ts";
import { aWorld } from "../../test/world.ts";
import { planMails } from "./plan.ts";

test("what a sender has taken up meanwhile is not withdrawn by what was to replace it", async () => {
  const world = await aWorld();
  const desk = await aRulesDesk(world);
  const visit = await desk.booked("12:00", { email: "eleni@example.gr" });
  await world.owner.query("update mail set state = 'sending' where office_id = $1", [desk.office.id]);
  const [taken] = await desk.rows("mail");
  const [was, is] = ["12:00", "12:30"].map((time) => ({ date: "2026-11-24", time, queue: 1 })) as [never, never];
  const mail = { id: visit.id, kind: "moved", email: null, place: [was, is], replaces: taken.id } as const;
  await world.database.db.write({ office: desk.office.id }, (tx) =>
    planMails(tx, desk.office.id, [mail], { at: world.now }),
  );
  const states = (await desk.rows("mail")).map(({ kind, state, address }) => [kind, state, address]);
  expect(states).toContainEqual(["confirmed", "sending", "eleni@example.gr"]);
  expect(states).toContainEqual(["moved", "planned", "eleni@example.gr"]);
  await world.close();
});
