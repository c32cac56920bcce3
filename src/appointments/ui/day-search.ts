/** What the address of a day says besides the day: which panel is open, and on which place. */
export interface DaySearch {
  /** "new", or the id of an appointment */
  readonly panel?: string;
  readonly intent?: Intent;
  readonly time?: string;
  readonly queue?: number;
}

export type Intent = (typeof INTENTS)[number];

const INTENTS = ["edit", "move", "cancel"] as const;

export const NO_PANEL: DaySearch = {};

/** Whatever does not fit is left out: an address may come from anywhere. */
export function validateDaySearch(raw: Record<string, unknown>): DaySearch {
  const { panel, intent, time, queue } = raw;
  return {
    ...(typeof panel === "string" && /^(new|[\da-f-]{36})$/.test(panel) && { panel }),
    ...(INTENTS.includes(intent as Intent) && { intent: intent as Intent }),
    ...(typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && { time }),
    ...(Number.isInteger(queue) && { queue: queue as number }),
  };
}

/** A date as it stands in an address; anything else is an unknown page. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
