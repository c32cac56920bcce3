import { Refusal } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import type { AppointmentRow } from "../sql.ts";

type Named = Pick<
  AppointmentRow,
  "last_name" | "first_name" | "business_name" | "business_afm" | "party" | "companions"
>;

/**
 * Whose an appointment is stays, whatever its citizen does, or it could be sold; of those who come along some may stay away, and
 * nobody else comes. Pure. @throws Refusal 409 `name-stays`
 */
export function requireSameNames(before: Named, after: Named): void {
  const along = new Set(before.companions.map(nameOf));
  const isSame = whose(before) === whose(after) && after.companions.every((one) => along.has(nameOf(one)));
  if (!isSame) throw new Refusal(409, "name-stays");
}

const whose = ({ last_name, first_name, party, business_name, business_afm }: Named): string =>
  JSON.stringify([tidy(last_name), tidy(first_name), party, tidy(business_name ?? ""), business_afm]);

const nameOf = ({ lastName, firstName }: Named["companions"][number]): string =>
  JSON.stringify([tidy(lastName), tidy(firstName)]);
