import type { Interpreter } from "../../../text/interpreters.ts";
import type { Need } from "../../../text/needs.ts";
import type { Appointment } from "../../contract.ts";

/** What is to be ready, as a sign that says no more than what is seen at the door: a language, a wheelchair, or anything. Pure. */
export type NeedsSign = "globe" | "wheelchair" | "hand";

export const signOfInterpreter = (interpreter: Interpreter): NeedsSign => (interpreter === "gss" ? "hand" : "globe");

export const signOfNeed = (need: Need): NeedsSign => (need === "wheelchair" ? "wheelchair" : "hand");

/** One for all of it; null: nothing is to be ready. */
export function needsSign({ interpreter, needs }: Pick<Appointment, "interpreter" | "needs">): NeedsSign | null {
  const signs = [...(interpreter ? [signOfInterpreter(interpreter)] : []), ...needs.map(signOfNeed)];
  const [first = null] = signs;
  return signs.every((sign) => sign === first) ? first : "hand";
}
