import type { OperableOffice } from "../../identity/office-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../../platform/refusal.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";
import { presented } from "../row/present.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { markHindrance, type PaperMark, stepsTo } from "./marks.ts";
import { type FromPaper, type PaperStep, takeSteps } from "./steps.ts";

export interface TickedAppointment {
  readonly id: string;
  /** As the clerk saw it */
  readonly version: number;
  readonly status: PaperMark;
}

/**
 * The ticks of one day's sheet, all of them or none, while that day is locked (`lockDays`). Each takes the steps that the
 * counter would have taken; who is known to have arrived keeps the real time.
 * @returns how many of them changed something
 * @throws Refusal 404; 422 for one that is there twice; 409 with those that changed since they were seen, or for what status or clock do not allow
 */
export async function markAll(
  tx: Tx,
  office: OperableOffice,
  marks: readonly TickedAppointment[],
  paper: FromPaper,
): Promise<Readonly<Record<PaperMark, number>>> {
  refuseTwice(marks);
  const marked = await rowsOf(tx, office, marks);
  refuseStale(office, paper.date, marked);
  refuseHindered(marked, paper.now);
  const counts = { arrived: 0, served: 0, "no-show": 0 };
  for (const { row, mark } of marked) {
    const steps = stepsTo(mark.status, row.status).map((step) => ({ step, at: timeOf(step, row) }));
    if (steps.length > 0) counts[mark.status] += 1;
    await takeSteps(tx, office, { row, steps }, paper);
  }
  return counts;
}

function refuseTwice(marks: readonly TickedAppointment[]): void {
  const ids = marks.map(({ id }) => id);
  refuseFields(
    ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ field: `marks.${index}.id`, code: "mark-twice" }] : [])),
  );
}

interface MarkedRow {
  readonly mark: TickedAppointment;
  readonly row: AppointmentRow;
}

async function rowsOf(tx: Read, office: OperableOffice, marks: readonly TickedAppointment[]): Promise<MarkedRow[]> {
  const ids = marks.map(({ id }) => id);
  const rows = new Map((await rowsByIds(tx, office.id, ids)).map((row) => [row.id, row]));
  return marks.map((mark) => {
    const row = rows.get(mark.id);
    if (!row) throw new Refusal(404, "appointment-not-found");
    return { mark, row };
  });
}

/** Of another day it is not what was seen on this one's sheet. */
function refuseStale(office: OperableOffice, date: Temporal.PlainDate, marked: readonly MarkedRow[]): void {
  const stale = marked.filter(({ mark, row }) => mark.version !== row.version || !dateOf(row.starts_at).equals(date));
  if (stale.length === 0) return;
  throw new Refusal(409, "catch-up-stale", {
    values: { count: stale.length },
    extensions: { current: stale.map(({ row }) => presented(office.code, row)) },
  });
}

function refuseHindered(marked: readonly MarkedRow[], now: Temporal.Instant): void {
  const errors = marked.flatMap(({ mark, row }, index): FieldError[] => {
    const { status, starts_at, anonymized_at: anonymizedAt } = row;
    const hindered = markHindrance(mark.status, { status, anonymizedAt, ...momentOf(starts_at) }, momentOf(now));
    if (!hindered) return [];
    const { why, from = "" } = hindered;
    return [{ field: `marks.${index}.status`, code: `act-${why}`, values: { from } }];
  });
  if (errors.length > 0) throw new Refusal(409, "marks-hindered", { errors });
}

const momentOf = (at: Temporal.Instant) => ({ date: dateOf(at).toString(), time: clockTextOf(at) });

/** The office knows nothing better than the times of the appointment. */
const timeOf = (step: PaperStep["step"], { starts_at, ends_at }: AppointmentRow): Temporal.Instant =>
  step === "completion" ? ends_at : starts_at;
