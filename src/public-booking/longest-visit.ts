import {
  isVisitText,
  MOST_PEOPLE,
  MOST_SERVICES,
  servicesOfRow,
  visitOfText,
} from "../appointments/field/visit-services.ts";
import type { CitizensOffice } from "../identity/citizens/citizens-office.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { type PlaceToGo, placeToGo } from "./office-sql.ts";

/** A family's papers fit into it; whoever needs a longer time of a queue talks about it with the office. */
export const MOST_MINUTES = 120;

export const isSeveral = (text: string): boolean => servicesOfRow(visitOfText(text)).length > 1;

/** What staff have arranged may take longer, and is moved all the same. */
export const isTooLong = (text: string, minutes: number): boolean => minutes > MOST_MINUTES && isSeveral(text);

/**
 * @param office where it would be arranged by telephone; null: none is chosen yet
 * @throws Refusal 422 `visit-too-much` for more people or services than a visit can have
 */
export function requireVisitText(text: string, office: string | null): void {
  if (isVisitText(text) || /^$|[,;]{2}|^[,;]|[,;]$/.test(text)) return;
  refuse("visit-too-much", { people: MOST_PEOPLE, services: MOST_SERVICES, office: office ?? "" });
}

interface WishedVisit {
  /** As `visitText` writes it */
  readonly service: string;
  readonly minutes: number;
}

/**
 * @param place where it would be arranged by telephone
 * @throws Refusal 422 `visit-too-long` for several services or people in one visit that take too long
 */
export function requireOnlineLength({ service, minutes }: WishedVisit, place: Pick<PlaceToGo, "code" | "phone">): void {
  if (!isTooLong(service, minutes)) return;
  refuse("visit-too-long", { minutes, most: MOST_MINUTES, office: place.code, phone: place.phone ?? "" });
}

/** The same for whoever knows no more of the office. @throws Refusal as above */
export async function requireOnlineLengthAt(
  tx: Read,
  office: Pick<CitizensOffice, "id">,
  visit: WishedVisit,
): Promise<void> {
  if (isTooLong(visit.service, visit.minutes)) requireOnlineLength(visit, await placeToGo(tx, office.id));
}

function refuse(code: string, values: Readonly<Record<string, string | number>>): never {
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "service", code, values }] });
}
