import { expect } from "vitest";
import type { DrawWishAt } from "../src/draws/wishes/change-wish.ts";
import { makeLinks } from "../src/identity/citizens/links.ts";
import { doctorsFindings, RULES_BY_HAND } from "./doctor.ts";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "./draw-desk.ts";
import { requireFollows } from "./draw-follows.ts";
import type { Reply, World } from "./world.ts";

/** A draw of two places in one morning, and what becomes of them. */
export interface DrawnDesk extends DrawDesk {
  /** So many people wish for it, and it is drawn; where each stands, in the drawn order */
  drawnAmong(people: number): Promise<readonly DrawWishAt[]>;
  stands(wishes: readonly DrawWishAt[]): Promise<string[]>;
  /** The row that holds what somebody was given, and that is their visit once they come */
  visitOf(at: DrawWishAt): Promise<string>;
  /** The first of the order has said that they come; as a clerk sees their visit */
  visitOfFirst(order: readonly DrawWishAt[]): Promise<Reply["body"]>;
  /** As a clerk sees it by now, of the office that has the draw */
  seen(id: string): Promise<Reply["body"]>;
  /** The link of a letter by which its citizen has it in hand */
  linkTo(id: string): Promise<string>;
  /** Of the places of that morning: held for somebody, or visited. Whoever is fastest was offered none */
  keptPlaces(): Promise<number>;
  /** The draw follows from its rule, and the doctor finds nothing; the world is closed */
  closeSound(): Promise<void>;
}

export async function aDrawnDesk(world: World, shape: Parameters<typeof aDrawDesk>[1] = {}): Promise<DrawnDesk> {
  const desk = await aDrawDesk(world, { offices: 1, mornings: [2], ...shape });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  const visitOf: DrawnDesk["visitOf"] = async (at) => (await desk.state(at)).result?.hold as string;
  const seen: DrawnDesk["seen"] = async (id) => {
    const { clerk, office } = desk.mail;
    return (await clerk.ask("GET", `${office.code}/appointments/${id}`)).body;
  };
  return {
    ...desk,
    visitOf,
    seen,
    drawnAmong: async (people) => {
      const wishes: DrawWishAt[] = [];
      for (let person = 0; person < people; person++) wishes.push(await desk.wishes(`person${person}`));
      await desk.at(CLOSES);
      await desk.run();
      const rows = await desk.rows("select visit from draw_wish where draw = $1 order by place", desk.number);
      return rows.map(({ visit }) => wishes.find((at) => at.visit === visit) as DrawWishAt);
    },
    stands: async (wishes) => {
      const states = await Promise.all(wishes.map((at) => desk.state(at)));
      return states.map((state) => state.stands);
    },
    visitOfFirst: async ([first]) => {
      await desk.comes(first as DrawWishAt);
      return seen(await visitOf(first as DrawWishAt));
    },
    linkTo: async (id) => {
      const office = desk.mail.office.id;
      const { email } = await seen(id);
      const link = { appointment: id, kind: "manage", email } as const;
      const [token] = await world.database.db.write({ office }, (tx) => makeLinks(tx, office, [link], world.now));
      return `/link/${token}`;
    },
    keptPlaces: async () => {
      expect(await desk.rows("select * from freed_place")).toEqual([]);
      const [kept] = await desk.rows(
        `select count(*)::int as places from draw_place as place join appointment as visit
           on visit.office_id = place.office_id and visit.queue = place.queue and visit.starts_at < place.ends_at
           and visit.ends_at > place.starts_at and visit.live
         where draw = $1 and date = $2 and place.office_id = $3`,
        desk.number,
        FIRST,
        desk.mail.office.id,
      );
      return kept.places;
    },
    closeSound: async () => {
      await desk.run();
      await requireFollows(desk);
      const unseen = [...RULES_BY_HAND, "long-unsealed", "mail-waiting", "left-behind"] as const;
      const findings = await doctorsFindings(world.database.ownerUrl, world.now, unseen);
      await desk.mail.close();
      await world.close();
      expect(findings).toEqual([]);
    },
  };
}
