import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Step } from "../acts.ts";
import { perform } from "../perform.ts";
import type { AppointmentRow } from "../sql.ts";
import { STEP_RESULTS } from "../statuses.ts";

/** The catching up of which an act is a part: of which day, and the clock. */
export interface FromPaper {
  readonly date: Temporal.PlainDate;
  readonly cause: string;
  readonly now: Temporal.Instant;
}

/** A step at the counter with the time that it had on paper. */
export interface PaperStep {
  readonly step: Step;
  readonly at: Temporal.Instant;
}

/** Recorded now, happened then: steps that the day's lock and the rules allow, one after the other. */
export async function takeSteps(
  tx: Tx,
  office: OperableOffice,
  { row, steps }: { readonly row: AppointmentRow; readonly steps: readonly PaperStep[] },
  { cause, now }: FromPaper,
): Promise<void> {
  let before = row;
  for (const { step, at } of steps) {
    const { kind, to } = STEP_RESULTS[step];
    const paperAt = within(before.status_at, at, now);
    const after = { ...before, status: to, status_at: paperAt };
    const { version } = await perform(tx, office, { kind, at: now, before, after, cause, paperAt });
    before = { ...after, version };
  }
}

/** Nothing happened before what the program knows, nor later than now. */
function within(first: Temporal.Instant, at: Temporal.Instant, last: Temporal.Instant): Temporal.Instant {
  const capped = Temporal.Instant.compare(at, last) > 0 ? last : at;
  return Temporal.Instant.compare(capped, first) < 0 ? first : capped;
}
