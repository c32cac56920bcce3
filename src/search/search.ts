import type { Appointment } from "../appointments/contract.ts";
import { appointmentsByIds } from "../appointments/many/concerned.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { asGreek } from "./as-greek.ts";
import { type FoundPerson, MAX_SEARCH, type SearchAnswer } from "./contract.ts";
import { find } from "./find.ts";
import type { MatchedPerson } from "./people.ts";
import type { Candidate } from "./sql.ts";
import { recordSearch } from "./under-way-sql.ts";
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
  const found = await find(tx, office.id, wish, now);
  const people = found.people.slice(0, MOST_PEOPLE);
  const candidates = people.map(({ coming, past, match }) => ({ coming, past: past.slice(0, MOST_PAST), match }));
  const appointments = candidates.flatMap(({ coming, past }) => [...coming, ...past].map(({ id }) => id));
  const [shown] = await Promise.all([
    withAppointments(tx, office, candidates, appointments),
    recordSearch(tx, office, { text: typed, people: people.length, appointments, at: now }),
  ]);
  return {
    asGreek: asGreek(wish, people[0] ?? null),
    people: shown,
    isCut: found.isCut || found.people.length > people.length,
  };
}

async function withAppointments(
  tx: Tx,
  office: OperableOffice,
  shown: readonly Pick<MatchedPerson, "coming" | "past" | "match">[],
  ids: readonly string[],
): Promise<FoundPerson[]> {
  const found = ids.length > 0 ? await appointmentsByIds(tx, office, ids) : new Map<string, Appointment>();
  const among = (candidates: readonly Candidate[]) => candidates.flatMap(({ id }) => found.get(id) ?? []);
  return shown.map(({ match, ...candidates }) => {
    const [coming, past] = [among(candidates.coming), among(candidates.past)];
    return { ...particularsOf([...coming, ...past]), match, coming, past };
  });
}

/** As the next appointment has them, or else the latest that does. */
function particularsOf(appointments: readonly Appointment[]) {
  const [first] = appointments;
  return {
    lastName: first?.lastName ?? "",
    firstName: first?.firstName ?? "",
    business: appointments.find(({ business }) => business !== null)?.business?.name ?? null,
    phone: appointments.find(({ phone }) => phone !== null)?.phone ?? null,
    email: appointments.find(({ email }) => email !== null)?.email ?? null,
  };
}
