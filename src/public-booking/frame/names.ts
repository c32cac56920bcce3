import { visitOfText } from "../../appointments/field/visit-services.ts";
import type { Reason } from "../../availability/facts.ts";
import { runsOf } from "../../platform/text/runs.ts";
import { comma } from "../../text/languages.ts";
import { greekAmong, inGreekOrEnglish, localName } from "../../text/local-names.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import type { PageReader } from "./reader.ts";

/** Services, offices and holidays as the reader's language has them; Greek where it has none. */

/** Of several in one visit, each once. */
export const serviceInWords = (service: NamedService, { language, translated }: PageReader): string =>
  (service.several ?? [service]).map((each) => localName(each, language, translated(each.name))).join(", ");

/** The same of each who comes: «Άτομο 1–3: …»; of one alone, what is done for them. */
export function visitInWords(service: NamedService, reader: PageReader): string {
  const people = peopleInWords(service, reader);
  if (people.length === 1) return serviceInWords(service, reader);
  return runsOf(people)
    .map(({ first, last }) => {
      const number = first === last ? `${first}` : `${first}–${last}`;
      return `${reader.t("book.person", { number })}: ${people[first - 1]}`;
    })
    .join(" · ");
}

/** What is done for each who comes, in their order. */
export function peopleInWords({ code, several = [], ...service }: NamedService, reader: PageReader): string[] {
  if (several.length === 0) return [serviceInWords({ code, ...service }, reader)];
  const { service: first, more_services, companions } = visitOfText(code);
  const names = new Map(several.map((each) => [each.code, serviceInWords(each, reader)]));
  return [[first, ...more_services], ...companions.map(({ services }) => services)].map((codes) =>
    codes.map((each) => names.get(each)).join(`${comma(reader.language)} `),
  );
}

/** @param country ISO 3166-1 alpha-2 */
export const countryName = (country: string, { language }: PageReader): string =>
  new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;

export const nameOfOffice = (place: Pick<PlaceToGo, "name" | "nameEn">, { language }: PageReader): string =>
  localName(place, language);

export const reasonInWords = ({ reason, reasonEn }: Reason, { language, translated }: PageReader): string =>
  inGreekOrEnglish(reason, reasonEn, language, translated(reason));

/** What exists in Greek alone. */
export const inGreek = (words: string, { language }: PageReader): string => greekAmong(words, language);

/** What somebody typed, or is called where they were identified: in Greek, if its letters are; of others nobody knows the language. */
export const asTyped = (words: string, reader: PageReader): string =>
  /\p{Script=Greek}/u.test(words) ? inGreek(words, reader) : words;

type PostalAddress = Pick<PlaceToGo, "address" | "postcode" | "municipality">;

/** Πλατεία Ανεμώνης 4, 990 12 Νέα Αυγή */
export const addressOf = ({ address, postcode, municipality }: PostalAddress): string =>
  [address, [postcode?.replace(/(\d{3})(\d{2})/, "$1\u00a0$2"), municipality].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");

/** The same on a page: as the sign at the street has it. */
export const addressInWords = (place: PostalAddress, reader: PageReader): string => inGreek(addressOf(place), reader);

/** Where a map shows it: its coordinates, or else its address, for whichever map program the reader's device has. */
export function mapOf(place: PlaceToGo): string {
  const { latitude, longitude } = place;
  const at = latitude !== null && longitude !== null ? `${latitude},${longitude}` : "0,0";
  return `geo:${at}?q=${encodeURIComponent(latitude !== null ? `${at} (${place.name})` : addressOf(place))}`;
}
