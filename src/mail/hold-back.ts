import type { AcrossOffices, Tx } from "../platform/database/sql.ts";
import { callInstead } from "../proposals/undelivered.ts";
import { PLANNERS } from "./by-clock/planners.ts";
import { type CarriedLetter, chooseLetters } from "./choose-letters.ts";
import { withdraw } from "./claim-sql.ts";
import { holdBack, holdBackMessages, officesWaiting, waitingOf } from "./hold-back-sql.ts";
import { bringsLinkOnly } from "./rules.ts";

/**
 * Data that were restored do not know what had left since: nothing planned before leaves by itself. Each office sees which
 * messages these are, and whom to call; what only reminds of a visit that stands, or brings a link, is left out.
 */
export async function holdBackLetters(tx: AcrossOffices<Tx>, now: Temporal.Instant): Promise<void> {
  for (const { offices, plan, passOver = plan } of PLANNERS)
    for (const office of await offices(tx, now)) await passOver(tx, office, now);
  for (const office of await officesWaiting(tx)) {
    await holdBackOf(tx, office, now);
    await holdBackMessages(tx, office, now);
  }
}

const isNews = ({ kind }: CarriedLetter): boolean => kind !== "reminder" && !bringsLinkOnly(kind);

async function holdBackOf(tx: Tx, office: number, now: Temporal.Instant): Promise<void> {
  const choices = await chooseLetters(tx, office, await waitingOf(tx, office), now);
  const held = choices.flatMap(({ letter }) => (letter && isNews(letter) ? [letter] : []));
  const carriers = new Set(held.map(({ carrier }) => carrier));
  const silent = choices.flatMap(({ messages }) => messages.filter((message) => !carriers.has(message)));
  await withdraw(
    tx,
    office,
    silent.map(({ id }) => id),
    now,
  );
  await holdBack(tx, office, held, now);
  for (const { visit, was } of held) await callInstead(tx, office, { visit, was }, now);
}
