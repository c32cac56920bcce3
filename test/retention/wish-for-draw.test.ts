import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DrawWishAt } from "../../src/draws/wishes/change-wish.ts";
import { planDrawLetters } from "../../src/outbox/plan-link.ts";
import { openOwner } from "../../src/platform/database/owner.ts";
import { eraseSubject } from "../../src/retention/subject/erase.ts";
import { findSubject } from "../../src/retention/subject/find.ts";
import { subjectWish } from "../../src/retention/subject/wish.ts";
import { BY_WORKERS, doctorsFindings, RULES_BY_HAND } from "../doctor.ts";
import { aDrawDesk, CLOSES, type DrawDesk, OPENS, RELEASES } from "../draw-desk.ts";
import { aWorld, type World } from "../world.ts";

/** Whoever wished for a draw asks to be forgotten: before its list is sealed, and after it. */

let world: World;
let desk: DrawDesk;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1, mornings: [1] });
  folder = await mkdtemp(join(tmpdir(), "visits-draw-"));
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterAll(async () => {
  await desk.mail.close();
  await world.close();
  await rm(folder, { recursive: true });
});

async function erase(name: string): Promise<void> {
  const wish = subjectWish({ name });
  if ("faults" in wish) throw new Error("Nobody is looked for.");
  const owner = openOwner(world.database.ownerUrl);
  const own = await findSubject(owner.db, wish);
  expect(own).toHaveLength(1);
  const deps = { db: owner.db, clock: () => world.now, dataDir: folder };
  expect(await eraseSubject(deps, { own, along: [], wish })).toEqual([]);
  await owner.close();
}

const tellIn = ({ office, visit }: DrawWishAt, email: string) =>
  world.database.db.write({ office }, (tx) =>
    planDrawLetters(
      tx,
      office,
      [{ kind: "draw-wish", appointment: visit, email, place: { date: "2026-12-14", time: "", queue: 0 } }],
      world.now,
    ),
  );

const left = async ({ visit }: DrawWishAt) => {
  const [row] = await desk.rows(
    `select (select count(*)::int from draw_wish where visit = $1) as wishes,
       (select count(*)::int from draw_person join draw_wish using (draw, number) where visit = $1) as marks,
       (select count(*)::int from appointment_link where appointment_id = $1) as links,
       (select count(*)::int from mail where appointment_id = $1 and (address <> '' or state in ('planned', 'sending'))) as letters`,
    visit,
  );
  return row;
};

test("an open wish goes with all that is known of it, and who wrote it may wish again; a sealed one stays, and is nobody's", async () => {
  const open = await desk.wishes("Πασχαλιά");
  const stays = await desk.wishes("Αμάραντος");
  await tellIn(open, "one@example.gr");
  await tellIn(stays, "two@example.gr");
  await desk.mail.delivered(0);
  await tellIn(open, "one@example.gr");
  expect(await left(open)).toEqual({ wishes: 1, marks: 1, links: 1, letters: 2 });
  await erase("Πασχαλιά Δοκιμή");
  expect(await left(open)).toEqual({ wishes: 0, marks: 0, links: 0, letters: 0 });
  const again = await desk.wishes("Πασχαλιά");
  await desk.at(CLOSES);
  await desk.run();
  await erase("Αμάραντος Δοκιμή");
  expect(await left(stays)).toEqual({ wishes: 1, marks: 0, links: 0, letters: 0 });
  const arrived = desk.mail.smtp.count();
  await desk.mail.delivered(0);
  expect(desk.mail.smtp.count() - arrived).toBe(1);
  await desk.at(RELEASES);
  await desk.run();
  expect((await desk.state(again)).wish.told).not.toBeNull();
  expect(await doctorsFindings(world.database.ownerUrl, world.now, [...BY_WORKERS, ...RULES_BY_HAND])).toEqual([]);
});
