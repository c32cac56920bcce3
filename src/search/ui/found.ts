import type { FoundPerson } from "../contract.ts";
import type { OfficeAnswer } from "./use-answers.ts";
import type { OwnOffice } from "./use-offices.ts";

/** Somebody who was found, and by which words. */
export interface SearchHit {
  readonly office: OwnOffice;
  readonly person: FoundPerson;
  readonly asGreek: string | null;
}

/** As they stand in the list, office after office. */
export const inListOrder = (offices: readonly OfficeAnswer[]): SearchHit[] =>
  offices.flatMap(({ office, answer }) =>
    (answer?.people ?? []).map((person) => ({ office, person, asGreek: answer?.asGreek ?? null })),
  );
