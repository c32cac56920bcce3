import type { Read } from "../../platform/database/sql.ts";
import type * as words from "../../text/el/command-line.ts";

/** One thing that must never hold, as a statement whose rows are the places where it does. */
export interface Check {
  readonly name: keyof typeof words.checks;
  /** What to do about whatever it finds */
  readonly remedy: keyof typeof words.remedies;
  /** Each finding names its place: office, queue, time, reference; never a person */
  find(tx: Read, now: Temporal.Instant): Promise<Finding[]>;
}

export interface Finding {
  readonly finding: string;
}
