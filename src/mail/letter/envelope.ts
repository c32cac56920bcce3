import type { CitizensLanguage } from "../../text/languages.ts";

/** What all messages of one sending have in common. */
export interface Envelope {
  /** The address that the program sends from */
  readonly from: string;
  readonly at: Temporal.Instant;
  /** Where citizens find the platform, without a last slash */
  readonly site: string;
}

/** Of a page of the citizens', in their language. */
export const pageAddress = (site: string, language: CitizensLanguage, path: string): string =>
  `${site}${language === "el" ? "" : `/${language}`}${path}`;
