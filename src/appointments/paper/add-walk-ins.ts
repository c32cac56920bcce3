import type { OperableOffice } from "../../identity/office-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import { recordEvent } from "../history/history-sql.ts";
import { offerFacts } from "../place/facts-sql.ts";
import { slotTaken } from "../place/placing.ts";
import { namelessDetails } from "../row/details.ts";
import { asRead, newRow } from "../row/new-row.ts";
import { type AppointmentRow, insertAppointment, type NewRow, termsOfServices } from "../sql.ts";
import { queuesForEmployee } from "./own-queues-sql.ts";
import { type NotedWalkIn, type PlannedWalkIn, planWalkIns } from "./plan-walk-ins.ts";
import { type FromPaper, takeSteps } from "./steps.ts";
import { walkInErrors } from "./walk-in-rules.ts";

/**
 * Visits without an appointment, all of them or none, while their day is locked (`lockDays`). Who was served gets a place
 * that was free then; who left needs none, and is only judged here.
 * @throws Refusal 422 for a field, 409 with the nearest free places where none was free
 */
export async function addWalkIns(
  tx: Tx,
  office: OperableOffice,
  walkIns: readonly NotedWalkIn[],
  paper: FromPaper,
): Promise<void> {
  if (walkIns.length === 0) return;
  const { minutes } = await termsOfServices(tx, office.id);
  refuseFields(walkIns.flatMap((walkIn, index) => errorsOf(walkIn, index, { ...paper, minutes })));
  const planned = planWalkIns(walkIns, { ...(await knownOf(tx, office, paper.date)), minutesOf, now: paper.now });
  refuseWithoutPlace(planned);
  for (const one of planned) await addServed(tx, office, one, paper);

  function minutesOf(service: string): number {
    return minutes.get(service) ?? 0;
  }
}

interface Judged extends FromPaper {
  readonly minutes: ReadonlyMap<string, number>;
}

function errorsOf(walkIn: NotedWalkIn, index: number, { date, minutes, now }: Judged): FieldError[] {
  const moment = { date: dateOf(now).toString(), time: clockTextOf(now) };
  const errors = walkInErrors(walkIn, date.toString(), moment);
  if (!minutes.has(walkIn.service)) errors.push({ field: "service", code: "service-unknown" });
  return errors.map((error) => ({ ...error, field: `walkIns.${index}.${error.field}` }));
}

async function knownOf(tx: Read, office: OperableOffice, date: Temporal.PlainDate) {
  const queues = await queuesForEmployee(tx, office.id, office.employeeId, date);
  const facts = await offerFacts(tx, office.id, date, date);
  return {
    facts,
    day: localDay(date),
    own: queues.filter(({ is_own }) => is_own).map(({ number }) => number),
  };
}

function refuseWithoutPlace(planned: readonly PlannedWalkIn[]): void {
  const missing = planned.filter(({ place }) => place === null);
  if (missing.length === 0) return;
  throw new Refusal(409, "walk-in-no-place", {
    values: { count: missing.length },
    errors: missing.map((one) => ({
      field: `walkIns.${one.index}.time`,
      code: whyWithoutPlace(one),
      values: { time: one.walkIn.time, ...(one.begins !== null && { begins: one.begins }) },
    })),
    extensions: { places: missing.map(({ index, near }) => ({ walkIn: index, near })) },
  });
}

function whyWithoutPlace({ near, begins }: PlannedWalkIn): string {
  if (begins !== null) return near.length > 0 ? "walk-in-before-places" : "walk-in-before-places-begin";
  return near.length > 0 ? "walk-in-no-place" : "walk-in-no-place-left";
}

async function addServed(tx: Tx, office: OperableOffice, planned: PlannedWalkIn, paper: FromPaper): Promise<void> {
  const row = rowOf(office, planned, paper);
  const [came, done] = [row.status_at, timeOn(paper.date, String(planned.walkIn.until))];
  const booked = await added(tx, office, row, paper);
  // When the service began is not noted.
  const steps = [
    { step: "arrival", at: came },
    { step: "service-start", at: came },
    { step: "completion", at: done },
  ] as const;
  await takeSteps(tx, office, { row: booked, steps }, paper);
}

/** Since it came, by the paper; when it was written down is told besides. */
function rowOf(
  office: OperableOffice,
  { walkIn: { time, service }, place }: PlannedWalkIn,
  { date, now }: FromPaper,
): NewRow {
  if (!place) throw new Error("A walk-in has no place.");
  return { ...newRow(office, place, namelessDetails(service), now), status_at: timeOn(date, time) };
}

export const timeOn = (date: Temporal.PlainDate, time: string): Temporal.Instant =>
  instantOf(localDay(date).at(minuteOfDay(time)));

async function added(tx: Tx, office: OperableOffice, row: NewRow, { cause, now }: FromPaper): Promise<AppointmentRow> {
  const reference = await insertAppointment(tx, office.id, row);
  if (reference === null) throw slotTaken(row.starts_at);
  const after = asRead(office, row, reference);
  await recordEvent(tx, office.id, {
    kind: "booked",
    at: now,
    paperAt: row.status_at,
    cause,
    employeeId: office.employeeId,
    before: null,
    after,
  });
  return after;
}
