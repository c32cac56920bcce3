import type { CallDays, ListedCall } from "../../contract.ts";

/** How the calls of a day are put together. Pure. */
export interface CallGroup {
  readonly name: "to-make" | "no-phone-left" | "made";
  readonly calls: readonly ListedCall[];
}

/** @param begun the outcomes with which the page was opened, by the appointments' ids; of a later row its own counts */
export function groupsOf(calls: readonly ListedCall[], begun: ReadonlyMap<string, ListedCall["outcome"]>): CallGroup[] {
  const nameOf = ({ appointment, outcome }: ListedCall): CallGroup["name"] => {
    if ((begun.get(appointment.id) ?? outcome) === "agreed") return "made";
    return appointment.phone ? "to-make" : "no-phone-left";
  };
  return (["to-make", "no-phone-left", "made"] as const)
    .map((name) => ({ name, calls: calls.filter((call) => nameOf(call) === name) }))
    .filter((group) => group.calls.length > 0);
}

/** How far a day's calls are: of those who can be called, and how many nobody can call and who have not heard otherwise. */
export function callsProgress(calls: readonly Pick<ListedCall, "appointment" | "outcome">[]) {
  const callable = calls.filter(({ appointment }) => appointment.phone !== null);
  const hasAgreed = ({ outcome }: Pick<ListedCall, "outcome">) => outcome === "agreed";
  return {
    all: callable.length,
    agreed: callable.filter(hasAgreed).length,
    withoutPhone: calls.filter((call) => call.appointment.phone === null && !hasAgreed(call)).length,
  };
}

/** Of all days together, who is still to be called and whom nobody can call. */
export const openIn = (days: CallDays["days"]): { readonly count: number; readonly withoutPhone: number } => ({
  count: days.reduce((sum, day) => sum + day.count, 0),
  withoutPhone: days.reduce((sum, day) => sum + day.withoutPhone, 0),
});
