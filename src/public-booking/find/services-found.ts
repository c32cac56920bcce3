import { OTHER_SERVICE, visitOfText, workOfRow } from "../../appointments/field/visit-services.ts";
import { minutesTogether } from "../../appointments/place/length.ts";
import { type ReferralHit, type ServicesMeant, servicesMeant } from "../../catalogue/catalogue-search.ts";
import { openOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { readJointly } from "../../platform/joint-read.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { asOne, codesIn, type PlaceToGo, placeToGo } from "../office-sql.ts";
import { type FoundService, foundServices, servicesNotOffered } from "./find-sql.ts";
import type { ServicesQuery } from "./wish.ts";

export interface ServicesFound {
  /** Best first; without words of one's own, all of them */
  readonly services: readonly FoundService[];
  /** Of the words, what no service has */
  readonly unknown: readonly string[];
  /** What is done by others; null: nothing that was asked for */
  readonly elsewhere: ReferralHit | null;
  /** That was chosen first; null: none yet */
  readonly office: ChosenOffice | null;
  /** What it is called for which no name is known; null: the catalogue has none */
  readonly other: FoundService | null;
}

export interface ChosenOffice {
  readonly place: PlaceToGo;
  readonly notOffered: ReadonlySet<string>;
}

/** @throws Refusal 404 for an office that there is not, or that is not open to citizens */
export async function servicesFound(
  db: ReadOnlyDatabase,
  { q, office, online }: ServicesQuery,
  language?: CitizensLanguage,
): Promise<ServicesFound> {
  const meant = q ? await servicesMeant(db, q, language) : null;
  const codes = meant ? [...meant.services.map(({ service }) => service), OTHER_SERVICE] : null;
  const all = await foundServices(db.nation, codes);
  const listed = online ? all.filter(({ onlineUrl }) => onlineUrl !== null) : all;
  return {
    ...(meant ? meantAmong(meant, listed) : { services: listed, unknown: [], elsewhere: null }),
    office: office === null ? null : await chosenOffice(db, office),
    other: all.find(({ code }) => code === OTHER_SERVICE) ?? null,
  };
}

function meantAmong(
  { services, unknown, elsewhere }: ServicesMeant,
  listed: readonly FoundService[],
): Pick<ServicesFound, "services" | "unknown" | "elsewhere"> {
  const byCode = new Map(listed.map((service) => [service.code, service]));
  return { services: services.flatMap(({ service }) => byCode.get(service) ?? []), unknown, elsewhere };
}

async function chosenOffice(db: ReadOnlyDatabase, code: string): Promise<ChosenOffice> {
  const { id } = await openOffice(db.nation, code);
  return db.read({ office: id }, async (tx) => {
    const [place, notOffered] = await Promise.all([placeToGo(tx, id), servicesNotOffered(tx, id)]);
    return { place, notOffered };
  });
}

const ofCodes = memoizeByObject((db: ReadOnlyDatabase) =>
  readJointly<string, FoundService[]>((codes) => foundServices(db.nation, codes.split(","))),
);

/**
 * Null: none is chosen, or there is none of that code.
 * @param text of several in one visit, all of them: then as long as the catalogue says of each
 */
export async function findService(db: ReadOnlyDatabase, text: string | null): Promise<FoundService | null> {
  const codes = text === null ? null : codesIn(text);
  if (text === null || codes === null) return null;
  const found = await ofCodes(db)(codes.join());
  const service = asOne(text, codes, found);
  const [first] = found;
  if (!service || !first) return null;
  if (text === first.code) return first;
  const minutes = new Map(found.map((each) => [each.code, each.minutes]));
  const together = minutesTogether(workOfRow(visitOfText(text)), { minutes, common: 0, longer: 0 });
  return { ...first, ...service, minutes: together, onlineUrl: null };
}

/** Those that most people come for, as the catalogue of the trial has them. */
const FREQUENT = [
  "signature-certification",
  "copy-certification",
  "criminal-record",
  "family-status",
  "vehicle-transfer",
];

export const frequentServices = async (tx: Read): Promise<FoundService[]> => {
  const all = await foundServices(tx, FREQUENT);
  return FREQUENT.flatMap((code) => all.filter((service) => service.code === code));
};
