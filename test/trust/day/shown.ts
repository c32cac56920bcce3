import type { Ledger } from "../../journeys/busy-day.ts";
import { eventually, type Seat } from "./seat.ts";

/** Each visit that a page of the day shows, as "id status time" */
const SHOWN = `[...document.querySelectorAll("[data-appointment]")].map((card) => [
  card.dataset.appointment,
  /(?:^| )is-(booked|arrived|in-service|served|no-show|left)(?: |$)/.exec(card.closest("li").className)?.[1],
  /\\d\\d:\\d\\d/.exec(card.querySelector(".card__time").textContent)?.[0],
].join(" ")).sort().join("\\n")`;

/** What the page shows is the ledger, once the last news have reached it. @returns the lines in which they differ */
export async function differencesShown(seat: Seat, ledger: Ledger): Promise<string[]> {
  const live = [...ledger.values()].filter(({ status }) => status !== "cancelled");
  const expected = live.map(({ id, status, time }) => `${id} ${status} ${time}`).sort();
  let shown: string[] = [];
  const isSame = async () => {
    shown = (await seat.read(SHOWN)).split("\n");
    return shown.join("\n") === expected.join("\n");
  };
  await eventually(isSame, "").catch(() => {});
  const differing = new Set(shown).symmetricDifference(new Set(expected));
  return [...differing].map((line) => `${seat.name}: ${line} ${shown.includes(line) ? "is shown" : "is missing"}`);
}
