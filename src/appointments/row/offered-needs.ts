import type { Read } from "../../platform/database/sql.ts";
import { type FieldError, refuseFields } from "../../platform/refusal.ts";
import type { Interpreter } from "../../text/interpreters.ts";
import type { Need } from "../../text/needs.ts";
import { needsOfferRows } from "./needs-offer-sql.ts";

/** What of a visit tells of health: taken only while the ministry has it switched on. */

/** Whether the ministry lets visits say it. */
export const areNeedsOffered = async (tx: Read): Promise<boolean> =>
  (await needsOfferRows(tx)).some(({ isOn }) => isOn);

/** In the names of the contract; what is left out asks for nothing. */
interface WishedNeeds {
  readonly needs?: readonly Need[] | undefined;
  readonly interpreter?: Interpreter | null | undefined;
}

const NOTHING: WishedNeeds = {};

/**
 * What is newly wished; what stands there already may stay, and be taken away.
 * @throws Refusal 422 at the field
 */
export async function requireOfferedNeeds(tx: Read, wished: WishedNeeds, before = NOTHING): Promise<void> {
  const errors = faultsOf(wished, before);
  if (errors.length > 0 && !(await areNeedsOffered(tx))) refuseFields(errors);
}

function faultsOf({ needs = [], interpreter }: WishedNeeds, before: WishedNeeds): FieldError[] {
  const code = "need-not-offered";
  const isNew = needs.some((need) => !before.needs?.includes(need));
  const isSign = interpreter === "gss" && before.interpreter !== "gss";
  return [...(isNew ? [{ field: "needs", code }] : []), ...(isSign ? [{ field: "interpreter", code }] : [])];
}

/** Without what may not be stored now: it was ticked before the ministry switched it off. */
export async function withOfferedNeeds<Visit extends Required<WishedNeeds>>(tx: Read, visit: Visit): Promise<Visit> {
  if (faultsOf(visit, NOTHING).length === 0 || (await areNeedsOffered(tx))) return visit;
  return { ...visit, needs: [], interpreter: visit.interpreter === "gss" ? null : visit.interpreter };
}
