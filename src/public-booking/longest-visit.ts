import { servicesOfRow, visitOfText } from "../appointments/field/visit-services.ts";
import { Refusal } from "../platform/refusal.ts";

/** A family's papers fit into it; whoever needs a longer time of a queue talks about it with the office. */
export const MOST_MINUTES = 120;

export const isSeveral = (text: string): boolean => servicesOfRow(visitOfText(text)).length > 1;

interface WishedVisit {
  /** As `visitText` writes it */
  readonly service: string;
  readonly minutes: number;
  /** Where it would be arranged by telephone */
  readonly office: string;
}

/**
 * What staff have arranged may take longer, and is moved all the same.
 * @throws Refusal 422 `visit-too-long` for several services or people in one visit that take too long
 */
export function requireOnlineLength({ service, minutes, office }: WishedVisit): void {
  if (minutes <= MOST_MINUTES || !isSeveral(service)) return;
  const values = { minutes, most: MOST_MINUTES, office };
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "service", code: "visit-too-long", values }] });
}
