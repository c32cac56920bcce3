import type { Text } from "../../../text/text.ts";
import type { Explanation } from "../../contract.ts";

type Part = Explanation["queues"][number]["parts"][number];

/** Why nobody can be given this part of the day, or that somebody can; in the words of whoever closed it. */
export function whyWords({ why, reason }: Part, visitMinutes: number, t: Text): string {
  const words = t(`overview.why-${why}`, { minutes: visitMinutes });
  return reason ? t("overview.why-reason", { words, reason }) : words;
}

/** On the band: free is the empty track. */
export function bandLook(why: Part["why"]): "is-booked" | "is-closed" | "is-done" | null {
  if (why === "free" || why === "too-short" || why === "repeated-hour") return null;
  if (why === "taken") return "is-booked";
  return why === "past" ? "is-done" : "is-closed";
}
