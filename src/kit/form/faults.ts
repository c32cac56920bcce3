import type { FieldProblem } from "../failure.ts";
import type { Texts } from "./typing.ts";

/** Which faults a form may tell of. Pure. */
export interface FaultState {
  readonly left: ReadonlySet<string>;
  /** Saving was tried: from now on every fault shows */
  readonly isTried: boolean;
  /** The server's findings, until the field changes */
  readonly fromServer: Texts;
}

export type FaultAction =
  | { readonly type: "changed"; readonly fields: readonly string[] }
  | { readonly type: "left"; readonly field: string }
  | { readonly type: "tried" }
  | { readonly type: "refused"; readonly errors: readonly FieldProblem[] }
  | { readonly type: "begun" };

export const untouched: FaultState = { left: new Set(), isTried: false, fromServer: {} };

export function nextFaults(state: FaultState, action: FaultAction): FaultState {
  switch (action.type) {
    case "changed":
      return { ...state, fromServer: without(state.fromServer, action.fields) };
    case "left":
      return { ...state, left: new Set([...state.left, action.field]) };
    case "tried":
      return { ...state, isTried: true, fromServer: {} };
    case "refused":
      return { ...state, fromServer: Object.fromEntries(action.errors.map(({ field, message }) => [field, message])) };
    case "begun":
      return untouched;
  }
}

/** Faults of fields that were left filled, of all once saving was tried, and the server's. */
export function faultsToTell({ left, isTried, fromServer }: FaultState, faults: Texts, values: Texts): Texts {
  const isShown = (field: string) => isTried || (left.has(field) && values[field]?.trim() !== "");
  return { ...Object.fromEntries(Object.entries(faults).filter(([field]) => isShown(field))), ...fromServer };
}

const without = (texts: Texts, fields: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => !fields.includes(field)));
