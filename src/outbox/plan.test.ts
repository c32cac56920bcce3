import { expect, test } from "vitest";
import { aRulesDesk } from "../../test/rules-desk.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { aWorld } from "../../test/world.ts";
import type { Tx } from "../platform/database/sql.ts";
import { planCitizensMail, planMails } from "./plan.ts";
import { planConfirmLink, planManageLink } from "./plan-link.ts";

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

test("the senders hear of what a citizen waits for, of what is asked for in vain alike, and not of what rests or of reminders", async () => {
  const world = await aWorld();
  const desk = await aRulesDesk(world);
  const visit = await desk.booked("12:00", { email: "eleni@example.gr" });
  const heardOf = async (plan: (tx: Tx) => Promise<unknown>) => {
    await takeAnnouncements(world.owner);
    await world.database.db.write({ office: desk.office.id }, plan);
    return (await takeAnnouncements(world.owner)).filter((notice) => notice === '{"kind":"letter"}').length;
  };
  const place = { date: "2026-11-24", time: "12:00", queue: 1 };
  const wish = { appointment: visit.id, email: "eleni@example.gr", place };
  const mail = { id: visit.id, kind: "moved", email: "eleni@example.gr", place: [place, place] } as const;
  const { id } = desk.office;
  expect(await heardOf((tx) => planConfirmLink(tx, id, wish, world.now))).toBe(1);
  expect(await heardOf((tx) => planManageLink(tx, id, null, world.now))).toBe(1);
  const at = world.now;
  expect(await heardOf((tx) => planCitizensMail(tx, id, mail, { at, dueAt: at }))).toBe(1);
  expect(await heardOf((tx) => planCitizensMail(tx, id, mail, { at }))).toBe(0);
  expect(await heardOf((tx) => planMails(tx, id, [mail], { at, dueAt: at }))).toBe(0);
  await world.close();
});
