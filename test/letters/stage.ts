import { randomUUID } from "node:crypto";
import type { SmtpStandIn } from "../../trial/stand-ins/smtp.ts";
import { wish } from "../booking-desk.ts";
import type { MailServer } from "../mail-desk.ts";
import { aMinistryPerson, type MinistryPerson } from "../ministry-person.ts";
import { aVisitDesk, type VisitDesk } from "../visit-desk.ts";
import type { WalletWorld } from "../wallet/wallet-world.ts";
import { type Method, NOW, type Reply, type World } from "../world.ts";

/** By what a citizen can be reached: an e-mail and a telephone, that alone, or not at all. */
export const CONTACTS = ["email", "phone", "neither"] as const;
export type Contact = (typeof CONTACTS)[number];

/** Today, and the Tuesday a week later. */
export const TODAY = "2026-11-24";
export const DAY = "2026-12-01";

export interface Act {
  readonly who: "clerk" | "head" | "ministry" | "citizen" | "system" | "program";
  readonly act: string;
  /** Which citizens it can happen to; all where it says nothing */
  readonly only?: readonly Contact[];
  /** The job by which the program does it */
  readonly by?: string;
  /** Makes all that is there before; what it gives back is the act itself */
  scene(stage: Stage): Promise<() => Promise<unknown>>;
}

/** An office of two queues with one citizen, who writes and reads English. */
export interface Stage extends VisitDesk {
  readonly world: World;
  readonly wallets: WalletWorld;
  /** As they are written down */
  readonly person: { readonly email?: string; readonly phone?: string; readonly language: "en" };
  readonly newEmail: string;
  /** All that the citizen has to do with */
  readonly offices: VisitDesk["office"][];
  /** Of the ministry */
  athina(): Promise<MinistryPerson>;
  /** Booked by the clerk, for noon of the day if nothing else is said, and its citizen knows */
  visit(more?: object): Promise<Reply["body"]>;
  /** Another office, in which the same clerk works */
  nearby(): Promise<VisitDesk>;
  /** The letters to the citizen that arrived since the stage was made */
  letters(): ReturnType<SmtpStandIn["messages"]>;
}

let people = 0;

export async function aStage(wallets: WalletWorld, server: MailServer, contact: Contact): Promise<Stage> {
  const { world } = wallets;
  world.now = NOW;
  const desk = await aVisitDesk(world, server, { queues: 2 });
  const phone = `6944${String(++people).padStart(6, "0")}`;
  const newEmail = `new${desk.email}`;
  const contacts = { email: { email: desk.email, phone }, phone: { phone }, neither: {} }[contact];
  const person = { ...contacts, language: "en" } as const;
  const offices = [desk.office];
  return {
    ...desk,
    world,
    wallets,
    person,
    newEmail,
    offices,
    athina: () => aMinistryPerson(world),
    visit: async (more = {}) => {
      const { body } = ok(await desk.book(wish("12:00", { date: DAY, ...person, ...more })));
      await desk.delivered();
      return body;
    },
    nearby: async () => {
      const other = await aVisitDesk(world, server, { queues: 1 });
      offices.push(other.office);
      await world.owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'operator')", [
        other.office.id,
        desk.clerk.employeeId,
      ]);
      return other;
    },
    letters: () => [desk.email, newEmail].flatMap((address) => server.smtp.messages(address)),
  };
}

/** Whatever is refused has happened to nobody. */
export function ok(reply: Reply): Reply {
  if (reply.status >= 400) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
}

/** Somebody else, whom nothing reaches, has that place. */
export const taken = async (stage: Stage, time: string, queue: number): Promise<void> => {
  ok(await stage.book(wish(time, { date: DAY, queue, lastName: "Απών" }), randomUUID()));
};

export interface Ruling {
  readonly method?: Method;
  readonly decision?: "move" | "keep" | "call";
  /** Without it the queue's */
  readonly version?: number;
}

/** Seen first, then made: each is given what is proposed, or stays, or is called. */
export async function rule(
  { head, office, world }: Stage,
  path: string,
  body: object = {},
  { method = "POST", decision = "move", version }: Ruling = {},
): Promise<Reply["body"]> {
  const url = (rest: string) => `${office.code}/${rest}`;
  const preview = ok(await head.ask("POST", url(`${path}/proposals`), { body, key: randomUUID() }));
  const decisions = preview.body.appointments.map(({ appointment: { id, version: seen }, place }: Reply["body"]) => ({
    act: decision,
    id,
    version: seen,
    ...(decision === "move" && { to: place }),
  }));
  if (decisions.length !== 1) throw new Error(`${decisions.length} appointments are concerned`);
  const given = { body: { ...body, decisions }, version: version ?? (await versionOf(world, office.id, path)) };
  return ok(await head.ask(method, url(path), { ...given, key: randomUUID() })).body;
}

/** Of the queue that is ruled over. */
export async function versionOf(world: World, office: number, path: string): Promise<number> {
  const number = /^queues\/(\d+)/.exec(path)?.[1] ?? 1;
  const { rows } = await world.owner.query("select version from queue where office_id = $1 and number = $2", [
    office,
    number,
  ]);
  return rows[0].version;
}
