import { inCapitals } from "../platform/text/capitals.ts";
import type { Text } from "../text/text.ts";
import type { AppointmentInList } from "./contract.ts";
import { isConfirmed } from "./statuses.ts";

/** How a person or a business is called on the plan: the part that stands out, and the rest. */
export interface Called {
  readonly first: string;
  readonly rest: string;
}

/** With whoever comes along as a number: «ΠΑΠΑΔΟΠΟΥΛΟΥ», «Ελένη και 2 ακόμη». */
export function called(appointment: AppointmentInList, t: Text): Called {
  const { first, rest } = calledAlone(appointment, t);
  const count = isConfirmed(appointment.status) ? appointment.companions.length : 0;
  return { first, rest: count === 0 ? rest : `${rest} ${t("plan.and-more", { count })}`.trim() };
}

/** Whoever it was made for. */
export function calledAlone(
  { lastName, firstName, business, status, anonymizedAt }: AppointmentInList,
  t: Text,
): Called {
  if (!isConfirmed(status)) return { first: t("plan.held"), rest: "" };
  if (anonymizedAt !== null) return { first: t("plan.anonymous"), rest: "" };
  const surname = inCapitals(lastName);
  if (!business) return { first: surname || t("plan.nameless"), rest: firstName };
  return { first: business.name, rest: t("plan.representative", { name: `${surname} ${firstName}` }) };
}

export const fullName = (appointment: AppointmentInList, t: Text): string => {
  const { first, rest } = called(appointment, t);
  return `${first} ${rest}`.trim();
};
