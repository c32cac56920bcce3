import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, instantOf, localDay, offsetText } from "../../platform/time.ts";
import { ACTS_OF, type Kind, type TrailAct } from "../acts.ts";
import { DEFAULT_DAYS, type Trail, type TrailEntry, type TrailParams } from "../contract.ts";
import { record } from "../record.ts";
import { sealedUntil, type TrailFilter, type TrailRow, trailPage, trailTally } from "./trail-sql.ts";

const SHOWN = 100;

/** Who saw or did what in the office, the latest first; that this was asked stands in the audit too. */
export async function trailOf(
  tx: Tx,
  office: AdministeredOffice,
  params: TrailParams,
  now: Temporal.Instant,
): Promise<Trail> {
  const to = params.to ? Temporal.PlainDate.from(params.to) : dateOf(now);
  const from = params.from ? Temporal.PlainDate.from(params.from) : to.subtract({ days: DEFAULT_DAYS - 1 });
  const filter = filterOf(params, { from, to });
  const before = params.before ?? null;
  const rows = await trailPage(tx, office.id, filter, { before, limit: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN);
  const tally = await trailTally(tx, office.id, { ...filter, employee: null });
  const { until, waiting, signed_on } = await sealedUntil(tx, office.id);
  if (before === null) await recordLook(tx, office, params, now);
  return {
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    from: from.toString(),
    to: to.toString(),
    entries: shown.map(presentedEntry),
    next: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null,
    total: tally.filter(({ id }) => isOf(filter, id)).reduce((sum, { entries }) => sum + entries, 0),
    by: tally,
    sealed: { until: until && offsetText(until), waiting, signedOn: signed_on?.toString() ?? null },
  };
}

const isOf = ({ employee }: TrailFilter, id: number | null): boolean => employee === null || employee === (id ?? 0);

const filterOf = (
  { appointment, employee, kind }: TrailParams,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): TrailFilter => ({
  from: instantOf(localDay(from).from),
  to: instantOf(localDay(to).to),
  appointments: appointment ?? null,
  employee: employee ?? null,
  acts: kind ? ACTS_OF[kind] : null,
});

const recordLook = (
  tx: Tx,
  office: AdministeredOffice,
  { appointment, employee }: TrailParams,
  now: Temporal.Instant,
): Promise<void> => {
  const details = employee === undefined ? {} : { employee };
  return record(tx, office, { act: "audit-viewed", details, appointments: appointment ?? null }, now);
};

const KIND_OF: ReadonlyMap<TrailAct, Kind> = new Map(
  Object.entries(ACTS_OF).flatMap(([kind, acts]) => acts.map((act) => [act, kind as Kind] as const)),
);

function presentedEntry({ id, at, act, employee_id, by, details, ...about }: TrailRow): TrailEntry {
  const { appointment, starts_at } = about;
  return {
    id,
    at: offsetText(at),
    act,
    kind: KIND_OF.get(act) ?? null,
    by: employee_id === null ? null : { id: employee_id, name: by ?? "" },
    day: about.day?.toString() ?? null,
    appointment:
      appointment && starts_at
        ? { id: appointment, date: dateOf(starts_at).toString(), time: clockTextOf(starts_at) }
        : null,
    appointments: about.appointments,
    details: plainOf(details),
  };
}

/** Rows of rules and lists belong to the history of rules. */
const plainOf = (details: object): TrailEntry["details"] =>
  Object.fromEntries(
    Object.entries(details).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value)),
  );
