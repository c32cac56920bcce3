/** What the address of a day's catching up says besides the day: how long there was no connection, and which rows are shown. */
export interface CatchUpSearch {
  readonly from?: string;
  readonly to?: string;
  readonly rows?: RowsShown;
}

const ROWS = ["outage", "now", "day"] as const;
export type RowsShown = (typeof ROWS)[number];

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whatever does not fit is left out. Every key is answered, for the router keeps the raw value of one that is not. */
export function validateCatchUpSearch({ from, to, rows }: Record<string, unknown>): CatchUpSearch {
  const isOutage = isTime(from) && isTime(to) && from < to;
  return {
    from: isOutage ? from : undefined,
    to: isOutage ? to : undefined,
    rows: ROWS.find((known) => known === rows && (isOutage || known !== "outage")),
  };
}

const isTime = (text: unknown): text is string => typeof text === "string" && TIME.test(text);
