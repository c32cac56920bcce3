import { refuseFields } from "../../platform/refusal.ts";
import type { ChangeRequest } from "../contract.ts";
import type { StoredAppointment } from "../field/columns.ts";

type Interpreted = Pick<StoredAppointment, "interpreter" | "interpretation">;

/**
 * What is known of whoever interprets, once a visit was changed: of another language nothing yet.
 * @throws Refusal 422 at the field, where nobody is to interpret
 */
export function interpretationIn(
  { interpretation }: ChangeRequest,
  before: Interpreted,
  { interpreter }: Interpreted,
): StoredAppointment["interpretation"] {
  if (interpretation === undefined) return interpreter === before.interpreter ? before.interpretation : null;
  if (interpretation !== null && interpreter === null)
    refuseFields([{ field: "interpretation", code: "interpreter-not-wanted" }]);
  return interpretation;
}
