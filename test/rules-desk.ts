import { randomUUID } from "node:crypto";
import { aBookingDesk, type BookingDesk } from "./booking-desk.ts";
import { aHead } from "./office-head.ts";
import type { Clerk, Method, OfficeWish, Reply, World } from "./world.ts";

/** An office of two queues with its head, and what she does with its rules. */
export interface RulesDesk extends BookingDesk {
  readonly head: Clerk;
  /** @param path below her office */
  rule(method: Method, path: string, body?: object, version?: number): Promise<Reply>;
  /** Seen first, then made with what is proposed to each, or kept where nothing is */
  ruled(path: string, body: object, act?: "call"): Promise<Reply["body"]>;
  takeBack(change: string): Promise<Reply>;
  /** Hours go by, and everybody is still signed in */
  later(hours: number): Promise<void>;
  rows(table: string): Promise<Reply["body"][]>;
}

export async function aRulesDesk(world: World, office?: Partial<OfficeWish>): Promise<RulesDesk> {
  const desk = await aBookingDesk(world, office);
  const head = await aHead(world, desk.office);
  const rule: RulesDesk["rule"] = (method, path, body, version) =>
    head.ask(method, `${desk.office.code}/${path}`, {
      ...(body && { body }),
      ...(version !== undefined && { version }),
      key: randomUUID(),
    });
  return {
    ...desk,
    head,
    rule,
    ruled: async (path, body, act) => {
      const decisions = asProposed(await rule("POST", `${path}/proposals`, body), act);
      return (await rule("POST", path, { ...body, decisions })).body;
    },
    takeBack: (change) => rule("POST", `rule-changes/${change}/undo`),
    later: async (hours) => {
      world.now = world.now.add({ hours });
      await world.owner.query("update session set created_at = $1, last_seen_at = $1", [world.now.toString()]);
      await world.owner.query("update employee set synced_at = $1", [world.now.toString()]);
    },
    rows: async (table) =>
      (await world.owner.query(`select * from ${table} where office_id = $1`, [desk.office.id])).rows,
  };
}

/** To each the place that is proposed, or else as is said. */
export const asProposed = (preview: Reply, act?: "call"): Reply["body"][] =>
  preview.body.appointments.map(({ appointment: { id, version }, place }: Reply["body"]) =>
    place && !act ? { act: "move", id, version, to: place } : { act: act ?? "keep", id, version },
  );
