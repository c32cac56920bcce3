import type { CitizensLanguage } from "../text/languages.ts";
import type { PeopleWords } from "./people-words.ts";

/** What KEP do not do, and who does it. */
export interface Referral {
  readonly code: string;
  /** By language; Greek stands for those that are missing */
  readonly answers: Readonly<Partial<Record<CitizensLanguage, string>>>;
  readonly words: PeopleWords;
  /** Where it is done; null: no page of it is known */
  readonly url: string | null;
}
