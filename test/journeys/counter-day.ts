import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Desk, signIn } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { type OwnPlatform, openDayAndNight, openFromNow, openOwnPlatform } from "./own-platform.ts";

/** The counters of an office that is open day and night, on a platform of its own. */
export interface CounterDay extends OwnPlatform {
  readonly office: string;
  readonly desk: Desk;
  /** Where its resources are */
  path(rest: string): string;
  /** Nobody is booked and nobody waits, and the running slot has only just begun. @returns today */
  emptyDay(): Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: as the desk's answers
  tickets(): Promise<any[]>;
  issue(): ReturnType<Desk["ask"]>;
}

const OFFICE = "9904";
export const SERVICE = "copy-certification";

export async function openCounterDay(): Promise<CounterDay> {
  const own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  const desk = await signIn(own.url, "rea");
  const path = (rest: string) => `/api/offices/${OFFICE}/${rest}`;
  let date = "";
  return {
    ...own,
    office: OFFICE,
    desk,
    path,
    emptyDay: async () => {
      await own.sql.query("update appointment set status = 'cancelled' where live");
      await own.sql.query("update ticket set status = 'withdrawn' where status <> 'withdrawn'");
      ({ date } = await openFromNow(own.sql, OFFICE));
      return date;
    },
    tickets: async () => (await desk.ask("GET", path(`days/${date}/tickets`))).body.tickets,
    issue: () => desk.ask("POST", path("tickets"), { body: { service: SERVICE }, key: randomUUID() }),
  };
}

/** Above the plan: now, then, and who waits. */
export const bar = (page: Page) => page.getByRole("region", { name: "Αναμονή και επόμενος" });
