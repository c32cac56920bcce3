import { type BrowserContext, expect } from "@playwright/test";
import type { Appointment } from "../../../src/appointments/contract.ts";
import type { Desk } from "../../desk.ts";
import { submit } from "../../journeys/exception-form.ts";
import { OFFICE } from "../../races/arena.ts";
import type { Place } from "./crew.ts";
import { type Seat, until } from "./seat.ts";
import type { VisitBook } from "./visit-book.ts";

/** What happens to the whole office in the course of the day. */

const QUEUE = 2;

/** For an hour from ten past ten on one clerk is away: the head says so at the plan, and everybody is given another place. */
export async function absence({ page, seat }: Place, desk: Desk, date: string, book: VisitBook): Promise<number> {
  await until(seat, `document.querySelector(".column__absence")`);
  await page.getByRole("link", { name: `Απουσία… Ουρά ${QUEUE}` }).press("Enter");
  await page.getByRole("radio", { name: "Από – έως" }).check();
  await page.getByLabel("Από", { exact: true }).fill("10:10");
  await page.getByLabel("Έως", { exact: true }).fill("11:10");
  await expect(page.getByRole("heading", { name: /^(Επηρεάζονται|Επηρεάζεται)/ })).toBeVisible();
  await submit(page, /^Εξαίρεση και μεταφορά/).click();
  await expect(page.getByText(/^Η εξαίρεση προστέθηκε/)).toBeVisible();
  const { appointments } = (await desk.ask("GET", `/api/offices/${OFFICE}/days/${date}`)).body;
  let moved = 0;
  for (const before of [...book.ledger.values()].filter(isInside)) {
    const after: Appointment = appointments.find(({ id }: Appointment) => id === before.id);
    const isAhead = before.status === "booked" || before.status === "arrived";
    // Who is served already, or was, is kept: that too is an act.
    const expected = isAhead ? { ...before, version: before.version + 1 } : { ...before, version: after.version };
    expect({ ...after, queue: 0, time: "" }).toEqual({ ...expected, queue: 0, time: "" });
    if (isAhead === isInside(after)) book.wrong.push(`${after.reference} is at ${after.time} in queue ${after.queue}`);
    if (!isAhead) book.ledger.set(after.id, after);
    else {
      book.moved(after);
      moved++;
    }
  }
  return moved;
}

const isInside = ({ queue, time, status }: Appointment): boolean =>
  queue === QUEUE && status !== "cancelled" && time >= "10:10" && time < "11:10";

const BANNER = `document.querySelector(".banners")?.textContent.includes("Δεν υπάρχει σύνδεση")`;

/** One desk's network is cut; what others do meanwhile stands on its page once it is back. */
export async function cut(context: BrowserContext, seat: Seat, meanwhile: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  await until(seat, BANNER);
  await meanwhile();
  await context.setOffline(false);
  await until(seat, `!${BANNER}`);
}
