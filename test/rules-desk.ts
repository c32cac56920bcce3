import { randomUUID } from "node:crypto";
import { aBookingDesk, type BookingDesk } from "./booking-desk.ts";
import { aHead } from "./office-head.ts";
import { setClock } from "./set-clock.ts";
import type { Clerk, Method, OfficeWish, Reply, World } from "./world.ts";

/** An office of two queues with its head, and what she does with its rules. */
export interface RulesDesk extends BookingDesk {
  readonly head: Clerk;
  /** @param path below her office @param version without it that of today, where the page would send one */
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
  const rule: RulesDesk["rule"] = async (method, path, body, given) => {
    const version = given ?? (await versionSeen(world, desk.office.id, method, path));
    return head.ask(method, `${desk.office.code}/${path}`, {
      ...(body && { body }),
      ...(version !== undefined && { version }),
      key: randomUUID(),
    });
  };
  return {
    ...desk,
    head,
    rule,
    ruled: async (path, body, act) => {
      const decisions = asProposed(await rule("POST", `${path}/proposals`, body), act);
      return (await rule("POST", path, { ...body, decisions })).body;
    },
    takeBack: (change) => rule("POST", `rule-changes/${change}/undo`),
    later: (hours) => setClock(world, world.now.add({ hours })),
    rows: async (table) =>
      (await world.owner.query(`select * from ${table} where office_id = $1`, [desk.office.id])).rows,
  };
}

/** To each the place that is proposed, or else as is said. */
export const asProposed = (preview: Reply, act?: "call"): Reply["body"][] =>
  preview.body.appointments.map(({ appointment: { id, version }, place }: Reply["body"]) =>
    place && !act ? { act: "move", id, version, to: place } : { act: act ?? "keep", id, version },
  );

/** Of what can only be changed as it was seen. */
async function versionSeen(
  { owner }: World,
  officeId: number,
  method: Method,
  path: string,
): Promise<number | undefined> {
  const [, number] = (method !== "GET" && /^queues\/(\d+)(?!.*proposals$)/.exec(path)) || [];
  const [, id] = ((method === "PATCH" || method === "DELETE") && /^exceptions\/([\w-]+)/.exec(path)) || [];
  const { rows } = await owner.query(
    `select version from queue where office_id = $1 and number = $2
     union all select version from exception where office_id = $1 and id = $3`,
    [officeId, number ?? null, id ?? null],
  );
  return rows[0]?.version ?? (id ? 1 : undefined);
}
