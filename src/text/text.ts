import i18next, { type i18n, type TFunction } from "i18next";
import type { CitizensCatalogue } from "./citizens-words.ts";
import type { audit } from "./el/audit.ts";
import * as elCatchUp from "./el/catch-up.ts";
import * as elDiary from "./el/diary.ts";
import type { help } from "./el/help.ts";
import * as elMails from "./el/mails.ts";
import * as elOffice from "./el/office.ts";
import * as elOnboarding from "./el/onboarding.ts";
import * as elOverview from "./el/overview.ts";
import * as elPanel from "./el/panel.ts";
import * as elPlan from "./el/plan.ts";
import * as elProblems from "./el/problems.ts";
import * as elQueues from "./el/queues.ts";
import * as elRetention from "./el/retention.ts";
import * as elRules from "./el/rules.ts";
import * as elSearch from "./el/search.ts";
import * as elShell from "./el/shell.ts";
import * as elTable from "./el/table.ts";
import * as elWorkList from "./el/work-list.ts";
import type { CitizensLanguage, CounterLanguage } from "./languages.ts";
import type { ministryGreek } from "./ministry-greek.ts";
import type { server } from "./server-greek.ts";

/** All words of the pages, Greek first; English and what only some pages or a server say are added by those who need them. */

const el = {
  shell: elShell.shell,
  form: elShell.form,
  plan: elPlan.plan,
  office: elOffice.office,
  mails: elMails.mails,
  panel: elPanel.panel,
  live: elShell.live,
  onboarding: elOnboarding.onboarding,
  overview: elOverview.overview,
  retention: elRetention.retention,
  rules: elRules.rules,
  workList: elWorkList.workList,
  queues: elQueues.queues,
  search: elSearch.search,
  table: elTable.table,
  problem: elProblems.problems,
  field: elProblems.fields,
  diary: elDiary.diary,
  catchUp: elCatchUp.catchUp,
  waiting: elPlan.waiting,
};

type Pages = typeof el & typeof ministryGreek;
type Greek = Pages & typeof server & { readonly help: typeof help; readonly audit: typeof audit };
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** The same words in another language: a key that it lacks does not compile. */
export type Catalogue = Words<Pages>;
export type ServerCatalogue = Words<typeof server>;
export type LaterCatalogue = { readonly help: Words<typeof help> } | { readonly audit: Words<typeof audit> };
/** In which the program's own pages are written. */
export type Language = "el" | "en";
export type Text = TFunction;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Greek };
  }
}

const instance: i18n = i18next.createInstance();
instance.init({
  lng: "el",
  fallbackLng: false,
  keySeparator: ".",
  nsSeparator: false,
  resources: { el: { translation: el } },
  // React escapes, and so does every template of ours.
  interpolation: { escapeValue: false },
  initAsync: false,
});

export function addWords(
  language: Language,
  words: Catalogue | Words<typeof ministryGreek> | ServerCatalogue | LaterCatalogue,
): void {
  instance.addResourceBundle(language, "translation", words, true);
}

/** What citizens read in one more language. */
export function addCitizensWords(language: CounterLanguage, words: CitizensCatalogue): void {
  instance.addResourceBundle(language, "translation", words, true);
}

const texts = new Map<CitizensLanguage, Text>();

export function textIn(language: CitizensLanguage): Text {
  const text = texts.get(language) ?? instance.getFixedT(language);
  texts.set(language, text);
  return text;
}

/** What is written in Greek, and perhaps in English, for whoever reads these words. */
export const inWordsOf = (t: Text, greek: string, english: string | null | undefined): string =>
  (texts.get("en") === t && english) || greek;

/** Words of a code that is only known at run time, such as a refusal's; the first key that has words wins. */
export const wordsOf = (
  language: CitizensLanguage,
  keys: readonly string[],
  values?: Readonly<Record<string, unknown>>,
): string => String(instance.t([...keys] as never, { ...values, lng: language } as never));
