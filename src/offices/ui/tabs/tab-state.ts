import type { Form } from "../../../kit/form/form.ts";

/** What is said of a tab beside its name. Pure. */

type StateOf = Pick<Form, "errors" | "texts" | "problem" | "overtaken" | "isTried">;

/** Not saved, for another reason than a field. */
export const isRefused = ({ problem, overtaken, isTried }: Pick<Form, "problem" | "overtaken" | "isTried">): boolean =>
  isTried && (problem !== null || overtaken.length > 0);

export interface TabMark {
  readonly kind: "faults" | "refused" | "changes";
  readonly count: number;
}

/** Null: nothing is typed in it. What hinders the saving comes before what is to be saved. */
export function markOf(form: StateOf): TabMark | null {
  const faults = Object.keys(form.errors).length;
  if (faults > 0) return { kind: "faults", count: faults };
  const changes = Object.keys(form.texts).length;
  if (isRefused(form)) return { kind: "refused", count: changes };
  return changes > 0 ? { kind: "changes", count: changes } : null;
}
