import { DAY_CODES } from "../../offices/hours/week-hours.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import { bringText, tidyItems } from "../../offices/to-bring/items-to-bring.ts";
import { Refusal } from "../../platform/refusal.ts";
import { csvText } from "../../platform/text/csv.ts";
import { dateOf } from "../../platform/time.ts";
import { spokenLanguages } from "../../text/spoken-languages.ts";
import type { ItemToBring } from "../../text/to-bring.ts";
import { foundServices, openOfficeIds } from "../find/find-sql.ts";
import { soonestAt } from "../find/first-times/soonest.ts";
import type { Looking } from "../find/seen-office.ts";
import { ADDRESS } from "../frame/address.ts";
import type { FirstTime, OpenOffice, OpenService } from "./contract.ts";
import { officesJsonLd } from "./json-ld.ts";
import { officeFacts, type StoredInterpreters } from "./open-data-sql.ts";
import { openHours } from "./open-hours.ts";

/** Whose addresses are told: of this installation, as the reader reaches it. */
export type Site = (path: string) => string;

export async function openOffices(
  { db }: Pick<Looking, "db">,
  site: Site,
  now: Temporal.Instant,
): Promise<OpenOffice[]> {
  const [offices, open] = await Promise.all([
    officeFacts(db.nation),
    openOfficeIds(db.acrossOffices, null, dateOf(now)),
  ]);
  return offices.map(({ id, hours, interpreters, ...facts }) => ({
    ...facts,
    interpreters: { ...interpreters, languages: languagesOf(interpreters) },
    hours: openHours(hours),
    booksOnline: open.has(id),
    url: site(ADDRESS.office(facts.code)),
  }));
}

function languagesOf({ languages }: StoredInterpreters): OpenOffice["interpreters"]["languages"] {
  const spoken = spokenLanguages(languages);
  return spoken && [...spoken];
}

/** The same offices in the words of schema.org. */
export const openOfficesJsonLd = async ({ db }: Pick<Looking, "db">, site: Site): Promise<object> =>
  officesJsonLd((await officeFacts(db.nation)).map((facts) => ({ facts, url: site(ADDRESS.office(facts.code)) })));

export const openServices = async ({ db }: Pick<Looking, "db">, site: Site): Promise<OpenService[]> =>
  (await foundServices(db.nation)).map(({ shortName: _, several: _several, toBring, ...service }) => ({
    ...service,
    ...bringTexts(toBring),
    toBring: tidyItems(toBring),
    url: site(ADDRESS.offices({ service: service.code })),
  }));

/** Of whoever comes for themselves. */
function bringTexts(toBring: readonly ItemToBring[]): Pick<OpenService, "bring" | "bringEn"> {
  const own = toBring.filter(({ cases }) => cases.includes("self"));
  const english = own.flatMap(({ english }) => english ?? []);
  return { bring: own.map(({ greek }) => greek).join("\n") || null, bringEn: english.join("\n") || null };
}

/**
 * The first time that a citizen may have, at most as old as the last notice of a change.
 * @throws Refusal 404 for an office that there is not, or that gives no times for this service online
 */
export async function firstTimeAt(
  looking: Looking,
  { code, service }: { readonly code: string; readonly service: string },
  site: Site,
  now: Temporal.Instant,
): Promise<FirstTime> {
  const office = await requireOffice(looking, code);
  const isOpen = (await openOfficeIds(looking.db.acrossOffices, service, dateOf(now))).has(office.id);
  const soonest = isOpen ? await soonestAt(looking.firstTimes, { office, service }, now) : null;
  if (!soonest) throw new Refusal(404, "office-not-public");
  const { free } = soonest;
  return { office: code, service, free, url: site(ADDRESS.weeks(code, { service, on: free?.date })) };
}

/** @throws Refusal 404 for an office that there is not */
export async function requireOffice({ db }: Pick<Looking, "db">, code: string): Promise<FinderOffice> {
  const office = (await officesOfCountry(db)).find((one) => one.code === code);
  if (!office) throw new Refusal(404, "office-not-found");
  return office;
}

/** A line an office. What spreadsheets would take for a formula is kept from it by `csvText`. */
export function officesCsv(offices: readonly OpenOffice[]): string {
  const flat = offices.map(({ access, hours, interpreters, ...office }) => ({
    ...office,
    ...access,
    signLanguage: interpreters.signLanguage,
    signLanguageDays: interpreters.signLanguageDays,
    interpreterLanguages: interpreters.languages?.join() ?? null,
    interpreterDays: interpreters.days,
    counterHours: weekCell(hours.counter),
    telephoneHours: weekCell(hours.telephone),
  }));
  return tableOf(flat, [
    "code",
    "name",
    "nameEn",
    "address",
    "postcode",
    "municipality",
    "regionalUnit",
    "region",
    "phone",
    "latitude",
    "longitude",
    "booksOnline",
    "url",
    "stepFreeEntrance",
    "lift",
    "accessibleWc",
    "disabledParking",
    "counterHours",
    "telephoneHours",
    "signLanguage",
    "signLanguageDays",
    "interpreterLanguages",
    "interpreterDays",
  ]);
}

/** Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00: as the import takes it. */
function weekCell(week: OpenOffice["hours"]["counter"]): string | null {
  const days = Map.groupBy(week ?? [], ({ weekday }) => weekday);
  const parts = [...days].map(
    ([weekday, spans]) =>
      `${DAY_CODES[weekday - 1]} ${spans.map(({ opens, closes }) => `${opens}-${closes}`).join(" ")}`,
  );
  return week && parts.join("; ");
}

export const servicesCsv = (services: readonly OpenService[]): string =>
  tableOf(
    services.map((service) => ({ ...service, toBring: bringText(service.toBring) })),
    ["code", "name", "nameEn", "minutes", "bring", "bringEn", "onlineUrl", "url", "toBring"],
  );

const tableOf = <Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string =>
  csvText([columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]);

const cell = (value: unknown): string => (value === null ? "" : String(value));
