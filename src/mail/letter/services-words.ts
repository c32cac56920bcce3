import { bringLines } from "../../text/bring-lines.ts";
import { type CitizensLanguage, isCounterLanguage } from "../../text/languages.ts";
import { localName, type Named } from "../../text/local-names.ts";
import { textIn } from "../../text/text.ts";
import type { ItemToBring, VisitCase } from "../../text/to-bring.ts";
import "../../text/server.ts";

/** With its words in the language that was chosen; null: there are none */
export interface TranslatedService extends Named {
  readonly code: string;
  /** The how manieth of those who come it is done for */
  readonly person: number;
  readonly toBring: readonly ItemToBring[];
  readonly own: string | null;
  /** Of its lines of what to bring, by the Greek ones */
  readonly ownLines: Readonly<Record<string, string>> | null;
}

export interface ServicesWords {
  /** Codes of all that is done, with commas, and a semicolon before those of whoever comes along */
  readonly service: string;
  readonly serviceName: string;
  /** Of several who come: the names of what is done for each */
  readonly persons: readonly string[];
  /** A line each */
  readonly bring: string | null;
}

/** What is done, for each who comes, and what to bring for all of it. Whose language is off reads English, and none of its words. */
export function wordedServices(
  services: readonly TranslatedService[],
  visitCase: VisitCase,
  language: CitizensLanguage,
): ServicesWords {
  const isOwn = isCounterLanguage(language);
  const names = new Map(
    services.map(({ code, own, ...service }) => [code, localName(service, language, isOwn ? own : null)]),
  );
  const persons = Object.values(Object.groupBy(services, ({ person }) => person)).map((group = []) => group);
  const each = [...new Map(services.map((service) => [service.code, service])).values()];
  const nameOf = (code: string): string => names.get(code) ?? code;
  const named = (group: readonly TranslatedService[]) => group.map(({ code }) => nameOf(code)).join(", ");
  const own = Object.assign({}, ...(isOwn ? each.map(({ ownLines }) => ownLines) : []));
  const wording = { t: textIn(language), language, translated: (greek: string) => own[greek] ?? null, nameOf };
  return {
    service: persons.map((group) => group.map(({ code }) => code).join()).join(";"),
    serviceName: named(each),
    persons: persons.length > 1 ? persons.map(named) : [],
    bring: bringLines(each, visitCase, wording).join("\n") || null,
  };
}
