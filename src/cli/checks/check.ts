import type { Read } from "../../platform/database/sql.ts";
import type { GreekWords } from "../../text/greek-words.ts";

/** One thing that must never hold, as a statement whose rows are the places where it does. */
export interface Check {
  readonly name: keyof GreekWords["command"]["checks"];
  /** What to do about whatever it finds */
  readonly remedy: keyof GreekWords["command"]["remedies"];
  /** Each finding names its place: office, queue, time, reference; never a person */
  find(tx: Read, now: Temporal.Instant): Promise<Finding[]>;
}

export interface Finding {
  readonly finding: string;
}
