import type { Companion } from "../../appointments/field/field.ts";
import type { Findable } from "../../appointments/names/search-words.ts";
import type { Status } from "../../appointments/statuses.ts";

/** As much of an appointment as it takes to tell whose it is, and whether it may be erased. */
export interface SubjectVisit {
  readonly office_id: number;
  /** The office's code */
  readonly office: string;
  readonly id: string;
  readonly reference: string;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly status: Status;
  readonly last_name: string;
  readonly first_name: string;
  readonly phone: string | null;
  readonly business_name: string | null;
  /** Who else comes to it */
  readonly companions: readonly Pick<Companion, "lastName" | "firstName">[];
}

/** Whether somebody is expected there, and who. */
export type VisitState = Pick<SubjectVisit, "office_id" | "id" | "status" | "starts_at" | "ends_at"> &
  Findable & { readonly version: number };
