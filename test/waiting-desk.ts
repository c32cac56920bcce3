import { randomUUID } from "node:crypto";
import { aBookingDesk, type BookingDesk } from "./booking-desk.ts";
import type { Reply, World } from "./world.ts";

/** A clerk in an office of two queues, at whose counter people wait with numbers. */
export interface WaitingDesk extends BookingDesk {
  issue(more?: object, key?: string): Promise<Reply>;
  /** The number of an issue that must succeed */
  number(more?: object): Promise<Reply["body"]>;
  onTicket(id: string, what: string, version: number, body?: object): Promise<Reply>;
  tickets(): Promise<Reply["body"]>;
  next(queue: number, body?: object, key?: string): Promise<Reply>;
  undoNext(id: string): Promise<Reply>;
}

export async function aWaitingDesk(world: World): Promise<WaitingDesk> {
  const desk = await aBookingDesk(world);
  const { clerk, office } = desk;
  const { code } = office;
  const issue = (more: object = {}, key: string = randomUUID()) =>
    clerk.ask("POST", `${code}/tickets`, { body: { service: "signature", ...more }, key });
  return {
    ...desk,
    issue,
    number: async (more) => (await issue(more)).body,
    onTicket: (id, what, version, body) =>
      clerk.ask("POST", `${code}/tickets/${id}/${what}`, { version, ...(body && { body }) }),
    tickets: async () => (await clerk.ask("GET", `${code}/days/2026-11-24/tickets`)).body.tickets,
    next: (queue, body = { ends: [] }, key = randomUUID()) =>
      clerk.ask("POST", `${code}/queues/${queue}/next`, { body, key }),
    undoNext: (id) => clerk.ask("POST", `${code}/next/${id}/undo`),
  };
}
