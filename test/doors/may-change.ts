import type { TwoOffices } from "./two-offices.ts";
import type { ChangedRow } from "./whole-database.ts";

/** A sender has a notice for a minute. */
const LEASE_MS = 90_000;
/** Of a notice that is not a month old */
const FRESH = 1;
/** So many askers of a word, and it may be written down */
const OFTEN = 5;
const OWN_ACTS = ["due-anonymized", "person-searched", "answers-forgotten", "notices-forgotten"];

const isPast = (at: string, by = 0): boolean => at === "-infinity" || Date.parse(at) <= Date.now() + by;

/** What hostile calls may come to, and the program's own calls do: what is due happens, and nothing else. */
export function mayChange(change: ChangedRow, { own, due }: TwoOffices): boolean {
  const { table, is, row } = change;
  switch (table) {
    case "audit_entry":
      return is === "come" && OWN_ACTS.includes(row.act) && isPast(row.at);
    case "audit_subject":
    case "audit_seal":
      return is === "come";
    case "audit_unsealed":
      return true;
    case "anonymized_until":
      return row.office_id === own && isPast(row.date);
    case "employee":
      return isPast(row.synced_at);
    case "idempotency_key":
      return is === "gone" && row.key === "25:00:00";
    case "search_under_way":
      return is === "gone" && isPast(row.at, -10_000);
    case "webhook_event":
      return isStillTold(change);
    // Whoever says that somebody found nothing by a word is counted, whoever they are.
    case "missed_key":
    case "missed_asker":
      return is === "come";
    case "missed_word":
      return row.word === null || row.askers >= OFTEN;
    default:
      return row.office_id === own && due.includes(table === "appointment" ? row.id : row.appointment_id);
  }
}

/** Taken or asked for again, it is told in a moment as before; that it has gone is counted below. */
function isStillTold({ is, row }: ChangedRow): boolean {
  if (is === "gone") return true;
  const isSoon = isPast(row.due_at, LEASE_MS) && (row.taken_until === null || isPast(row.taken_until, LEASE_MS));
  return row.state === "planned" && isSoon && Date.parse(row.trying_since) >= Date.parse(row.at);
}

/** What was erased before its time, or is gone without an entry that says so. */
export function unrecorded(changes: readonly ChangedRow[]): string[] {
  const of = (table: string, is: ChangedRow["is"]) =>
    changes.filter((change) => change.table === table && change.is === is);
  const entries = of("audit_entry", "come").map(({ row }) => row);
  const said = (act: string, what: string): number =>
    entries.filter((row) => row.act === act).reduce((sum, { details }) => sum + details[what], 0);
  const told = of("webhook_event", "come").map(({ row }) => row.appointment_id);
  const gone = of("webhook_event", "gone").filter(
    ({ row }) => !(row.version === FRESH && told.includes(row.appointment_id)),
  );
  const counts: Readonly<Record<string, readonly [number, number]>> = {
    appointments: [of("appointment", "gone").length, said("due-anonymized", "visits")],
    answers: [of("idempotency_key", "gone").length, said("answers-forgotten", "rows")],
    notices: [gone.length, said("notices-forgotten", "rows")],
    searches: [of("search_under_way", "gone").length, entries.filter(({ act }) => act === "person-searched").length],
  };
  return [
    ...gone.filter(({ row }) => row.version === FRESH).map(({ row }) => `the notice ${JSON.stringify(row)} is gone`),
    ...Object.entries(counts)
      .filter(([, [left, recorded]]) => left !== recorded)
      .map(([what, [left, recorded]]) => `${left} ${what} are gone, the audit says ${recorded}`),
  ];
}
