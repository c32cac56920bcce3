import { type DayLook, lookOf, validateLook } from "./look.ts";

/** What the address of a day says besides the day: how it is looked at, which panel is open, and on which place. */
export interface DaySearch extends DayLook {
  /** "new", "walk-in", or the id of an appointment */
  readonly panel?: string;
  readonly intent?: Intent;
  readonly time?: string;
  readonly queue?: number;
  /** What the place was found for: a new form begins with it */
  readonly service?: string;
  /** The address asked for a look that there is not; gone with the next step */
  readonly ignored?: true;
}

export type Intent = (typeof INTENTS)[number];

const INTENTS = ["edit", "move", "cancel", "history"] as const;

/**
 * Whatever does not fit is left out: an address may come from anywhere. Every key is answered, for the router keeps the
 * raw value of one that is not.
 */
export function validateDaySearch(raw: Record<string, unknown>): DaySearch {
  const { panel, intent, time, queue, service } = raw;
  return {
    ...validateLook(raw),
    panel: typeof panel === "string" && /^(new|walk-in|[\da-f-]{36})$/.test(panel) ? panel : undefined,
    intent: INTENTS.includes(intent as Intent) ? (intent as Intent) : undefined,
    time: typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined,
    queue: Number.isInteger(queue) ? (queue as number) : undefined,
    service: typeof service === "string" && /^[a-z\d][a-z\d-]{0,39}$/.test(service) ? service : undefined,
  };
}

/** The same look, with another panel or none. */
export const withPanel = (search: DaySearch, panel: Omit<DaySearch, keyof DayLook | "ignored"> = {}) => ({
  ...lookOf(search),
  ...panel,
});

/** A date as it stands in an address; anything else is an unknown page. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
