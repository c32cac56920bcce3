import { randomUUID } from "node:crypto";
import type { Ask, Clerk, OfficeWish, Reply, TestOffice, World } from "./world.ts";

/** A clerk in an office of two queues, and what she does all day. */
export interface BookingDesk {
  readonly office: TestOffice;
  readonly clerk: Clerk;
  book(body: object, key?: string): Promise<Reply>;
  /** The appointment of a booking that must succeed */
  booked(time?: string, more?: object): Promise<Reply["body"]>;
  change(id: string, body: object, version?: number): Promise<Reply>;
  move(id: string, body: object, version: number, key?: string): Promise<Reply>;
  act(id: string, what: string, options?: Ask): Promise<Reply>;
  day(date?: string): Promise<Reply["body"]>;
  history(id: string): Promise<Reply["body"]>;
}

const DATE = "2026-11-24";

/** What it takes to book Ελένη on the world's first day in queue 1. */
export const wish = (time: string, more: object = {}) => ({
  date: DATE,
  time,
  queue: 1,
  lastName: "Παπαδοπούλου",
  firstName: "Ελένη",
  service: "signature",
  ...more,
});

export async function aBookingDesk(world: World, office: Partial<OfficeWish> = { queues: 2 }): Promise<BookingDesk> {
  const own = await world.anOffice(office);
  return deskOf(own, await world.aClerk(own));
}

export function deskOf(office: TestOffice, clerk: Clerk): BookingDesk {
  const { code } = office;
  const book = (body: object, key: string = randomUUID()) => clerk.ask("POST", `${code}/appointments`, { body, key });
  const act = (id: string, what: string, options: Ask = {}) =>
    clerk.ask("POST", `${code}/appointments/${id}/${what}`, options);
  return {
    office,
    clerk,
    book,
    act,
    booked: async (time = "11:30", more = {}) => (await book(wish(time, more))).body,
    change: (id, body, version) =>
      clerk.ask("PATCH", `${code}/appointments/${id}`, { body, ...(version && { version }) }),
    move: (id, body, version, key = randomUUID()) => act(id, "move", { body, version, key }),
    day: async (date = DATE) => (await clerk.ask("GET", `${code}/days/${date}`)).body,
    history: async (id) => (await clerk.ask("GET", `${code}/appointments/${id}/history`)).body.events,
  };
}
