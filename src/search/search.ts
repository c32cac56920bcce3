import { presented } from "../appointments/present.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { asGreek } from "./as-greek.ts";
import { type FoundPerson, MAX_SEARCH, type SearchAnswer } from "./contract.ts";
import { find } from "./find.ts";
import type { Person } from "./people.ts";
import { type AppointmentRow, appointmentsOf, type Candidate } from "./sql.ts";
import { recordSearch } from "./under-way.ts";
import { searchAtHand } from "./under-way-sql.ts";
import { storable, wishOf } from "./wish.ts";

const MOST_PEOPLE = 20;
const MOST_PAST = 20;

const NOBODY: SearchAnswer = { asGreek: null, people: [], isCut: false };

/**
 * People by their names, telephone numbers and references (circular §Β: «αναζήτηση ραντεβού με όνομα και επώνυμο»).
 * @throws Refusal 422 for more than anybody's name
 */
export async function search(
  tx: Tx,
  office: OperableOffice,
  text: string,
  now: Temporal.Instant,
): Promise<SearchAnswer> {
  const length = [...text].length;
  if (length > MAX_SEARCH) throw new Refusal(422, "search-too-long", { values: { max: MAX_SEARCH, length } });
  const typed = storable(text);
  const wish = wishOf(typed);
  if (!wish) return NOBODY;
  const [before, found] = await Promise.all([
    searchAtHand(tx, office.id, office.employeeId),
    find(tx, office.id, wish, now),
  ]);
  const people = found.people.slice(0, MOST_PEOPLE);
  const [shown] = await Promise.all([
    withAppointments(tx, office, people),
    recordSearch(tx, office, before, { text: typed, people: people.length, at: now }),
  ]);
  return {
    asGreek: asGreek(wish, people[0] ?? null),
    people: shown,
    isCut: found.isCut || found.people.length > people.length,
  };
}

async function withAppointments(tx: Tx, office: OperableOffice, people: readonly Person[]): Promise<FoundPerson[]> {
  const shown = people.map(({ coming, past, match }) => ({ coming, past: past.slice(0, MOST_PAST), match }));
  const ids = shown.flatMap(({ coming, past }) => [...coming, ...past].map(({ id }) => id));
  const found = ids.length > 0 ? await appointmentsOf(tx, office.id, ids) : [];
  const rows = new Map(found.map((row) => [row.id, row]));
  return shown.map(({ coming, past, match }) => {
    const [next, before] = [coming, past].map((candidates) => rowsOf(candidates, rows)) as [
      AppointmentRow[],
      AppointmentRow[],
    ];
    return { ...particularsOf([...next, ...before]), match, ...appointments(office, next, before) };
  });
}

const rowsOf = (candidates: readonly Candidate[], rows: ReadonlyMap<string, AppointmentRow>): AppointmentRow[] =>
  candidates.flatMap(({ id }) => rows.get(id) ?? []);

const appointments = (office: OperableOffice, coming: readonly AppointmentRow[], past: readonly AppointmentRow[]) => ({
  coming: coming.map((row) => presented(office.code, row)),
  past: past.map((row) => presented(office.code, row)),
});

/** As the next appointment has them, or else the latest that does. */
function particularsOf(rows: readonly AppointmentRow[]) {
  const [first] = rows;
  return {
    lastName: first?.last_name ?? "",
    firstName: first?.first_name ?? "",
    business: rows.find((row) => row.business_name !== null)?.business_name ?? null,
    phone: rows.find((row) => row.phone !== null)?.phone ?? null,
    email: rows.find((row) => row.email !== null)?.email ?? null,
  };
}
