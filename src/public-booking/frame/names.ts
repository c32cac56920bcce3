import type { Reason } from "../../availability/facts.ts";
import { greekAmong, inGreekOrEnglish, localName, withGreekBeside } from "../../text/local-names.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import type { PageReader } from "./reader.ts";

/** Services, offices and holidays as the reader's language has them; Greek where it has none. */

/** Of several in one visit, each once. */
export const serviceInWords = (service: NamedService, { language, translated }: PageReader): string =>
  (service.several ?? [service]).map((each) => localName(each, language, translated(each.name))).join(", ");

export const nameOfOffice = (place: Pick<PlaceToGo, "name" | "nameEn">, { language }: PageReader): string =>
  localName(place, language);

export const whatToBring = (service: NamedService, reader: PageReader): string | null =>
  bringOfEach(service, reader, ({ bring, bringEn }, { language, translated }) =>
    inGreekOrEnglish(bring, bringEn, language, bring && translated(bring)),
  );

/** The same with the Greek words beside, for whoever shows it at the counter. */
export const whatToBringThere = (service: NamedService, reader: PageReader): string | null =>
  bringOfEach(service, reader, (each) => withGreekBeside(whatToBring(each, reader), each.bring, reader.language));

/** Of several, each line says for which. */
function bringOfEach(
  { several, ...service }: NamedService,
  reader: PageReader,
  bringOf: (service: NamedService, reader: PageReader) => string | null,
): string | null {
  if (!several) return bringOf(service, reader);
  const lines = several.flatMap((each) =>
    (bringOf(each, reader) ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => `${serviceInWords(each, reader)}: ${line}`),
  );
  return lines.join("\n") || null;
}

export const reasonInWords = ({ reason, reasonEn }: Reason, { language, translated }: PageReader): string =>
  inGreekOrEnglish(reason, reasonEn, language, translated(reason));

/** What exists in Greek alone. */
export const inGreek = (words: string, { language }: PageReader): string => greekAmong(words, language);

/** What somebody typed: in Greek, if its letters are; of others nobody knows the language. */
export const asTyped = (words: string, reader: PageReader): string =>
  /\p{Script=Greek}/u.test(words) ? inGreek(words, reader) : words;

/** Πλατεία Ανεμώνης 4, 990 12 Νέα Αυγή */
export const addressOf = ({ address, postcode, municipality }: PlaceToGo): string =>
  [address, [postcode?.replace(/(\d{3})(\d{2})/, "$1\u00a0$2"), municipality].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");

/** The same on a page: as the sign at the street has it. */
export const addressInWords = (place: PlaceToGo, reader: PageReader): string => inGreek(addressOf(place), reader);

/** Where a map shows it: its coordinates, or else its address, for whichever map program the reader's device has. */
export function mapOf(place: PlaceToGo): string {
  const { latitude, longitude } = place;
  const at = latitude !== null && longitude !== null ? `${latitude},${longitude}` : "0,0";
  return `geo:${at}?q=${encodeURIComponent(latitude !== null ? `${at} (${place.name})` : addressOf(place))}`;
}
