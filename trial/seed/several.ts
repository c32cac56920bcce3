import { searchWords } from "../../src/appointments/names/search-words.ts";
import type { SeedRow } from "./appointment-rows.ts";
import { MEN, SURNAMES, WOMEN } from "./names.ts";

interface SeedService {
  readonly code: string;
  readonly minutes: number;
}

const THREE = 3;

/**
 * Of the visits to come the first that is long enough for three becomes a family's, and the next one of somebody with three
 * papers; all others come about as they would without. Pure.
 */
export function withSeveral(rows: readonly SeedRow[], services: readonly SeedService[]): SeedRow[] {
  const fitting = rows.filter((row) => shareOf(row, services).length >= THREE && isPlain(row));
  const family = fitting.find((row) => surnamesOf(row) !== null);
  const papers = fitting.find((row) => row !== family);
  return rows.map((row) => {
    if (row === family) return ofFamily(row, services);
    return row === papers ? ofThreePapers(row, services) : row;
  });
}

const isPlain = ({ appointment }: SeedRow): boolean =>
  appointment.status === "booked" && appointment.party === "citizen";

/** Of which three take just as long as the visit. */
function shareOf({ appointment }: SeedRow, services: readonly SeedService[]): readonly SeedService[] {
  const length = Temporal.Instant.from(appointment.starts_at).until(appointment.ends_at).total("minutes");
  return services.filter(({ minutes }) => minutes * THREE === length);
}

const surnamesOf = ({ appointment }: SeedRow) =>
  SURNAMES.find((forms) => forms.includes(appointment.last_name)) ?? null;

function ofFamily(row: SeedRow, services: readonly SeedService[]): SeedRow {
  const [service] = shareOf(row, services);
  const [man = "", woman = ""] = surnamesOf(row) ?? [];
  const { code = row.appointment.service } = service ?? {};
  const companions = [
    { lastName: man, firstName: MEN[0] ?? "", services: [code] },
    { lastName: woman, firstName: WOMEN[0] ?? "", services: [code] },
  ];
  const appointment = { ...row.appointment, service: code, companions: JSON.stringify(companions) };
  return { ...row, appointment, words: searchWords({ ...appointment, companions }) };
}

function ofThreePapers(row: SeedRow, services: readonly SeedService[]): SeedRow {
  const [service, ...more] = shareOf(row, services).slice(0, THREE);
  const codes = more.map(({ code }) => code);
  const appointment = {
    ...row.appointment,
    service: service?.code ?? row.appointment.service,
    more_services: `{${codes.join()}}`,
  };
  return { ...row, appointment };
}
