import type { CitizensLanguage } from "./languages.ts";
import { inGreekOrEnglish, withGreekBeside } from "./local-names.ts";
import type { Text } from "./text.ts";
import { itemsToBring, type ServiceToBring, type VisitCase } from "./to-bring.ts";

interface Wording {
  readonly t: Text;
  readonly language: CitizensLanguage;
  /** The ministry's words in that language, by the Greek ones; null: nobody has translated them */
  readonly translated: (greek: string) => string | null;
  readonly nameOf: (service: string) => string;
}

/** What to bring, as letters and paper have it: a line each, with its mark; where not all services need it, with whose it is. */
export const bringLines = (
  services: readonly ServiceToBring[],
  visitCase: VisitCase,
  { t, language, translated, nameOf }: Wording,
): readonly string[] =>
  itemsToBring(services, visitCase).map(({ greek, english, mark, services: of }) => {
    const words = withGreekBeside(inGreekOrEnglish(greek, english, language, translated(greek)), greek, language);
    const marked = mark === null ? `${words}` : `${words} (${t(`letter.mark-${mark}`)})`;
    return of.length === 0 ? marked : `${of.map(nameOf).join(", ")}: ${marked}`;
  });
