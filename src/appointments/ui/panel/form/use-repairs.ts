import { useState } from "react";
import type { Form } from "../../../../kit/form/form.ts";
import { draftOf } from "./draft.ts";
import { type Repair, repairsOf } from "./repairs.ts";

/** The repairs that the fields of a form ask for, by one click or key, and the last one made, to be read aloud. */
export interface Repairs {
  readonly all: readonly Repair[];
  readonly done: string | null;
  make(repair: Repair): void;
  /** The first one, by its key */
  makeFirst(): void;
}

export function useRepairs(form: Pick<Form, "values" | "fill">): Repairs {
  const [done, setDone] = useState<string | null>(null);
  const all = repairsOf(draftOf(form.values));
  const make = (repair: Repair) => {
    form.fill(repair.values);
    setDone(repair.result);
  };
  return { all, done, make, makeFirst: () => all[0] && make(all[0]) };
}
