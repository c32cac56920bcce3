import i18next, { type i18n, type TFunction } from "i18next";
import * as elCommandLine from "./el/command-line.ts";
import * as elDiary from "./el/diary.ts";
import * as elIdentity from "./el/identity.ts";
import * as elImport from "./el/import.ts";
import * as elLive from "./el/live.ts";
import * as elMinistry from "./el/ministry.ts";
import * as elOffice from "./el/office.ts";
import * as elOverview from "./el/overview.ts";
import * as elPanel from "./el/panel.ts";
import * as elPlan from "./el/plan.ts";
import * as elProblems from "./el/problems.ts";
import * as elQueues from "./el/queues.ts";
import * as elRules from "./el/rules.ts";
import * as elSearch from "./el/search.ts";
import * as elShell from "./el/shell.ts";
import * as elTable from "./el/table.ts";
import * as elWorkList from "./el/work-list.ts";
import * as enCommandLine from "./en/command-line.ts";
import * as enDiary from "./en/diary.ts";
import * as enIdentity from "./en/identity.ts";
import * as enImport from "./en/import.ts";
import * as enLive from "./en/live.ts";
import * as enMinistry from "./en/ministry.ts";
import * as enOffice from "./en/office.ts";
import * as enOverview from "./en/overview.ts";
import * as enPanel from "./en/panel.ts";
import * as enPlan from "./en/plan.ts";
import * as enProblems from "./en/problems.ts";
import * as enQueues from "./en/queues.ts";
import * as enRules from "./en/rules.ts";
import * as enSearch from "./en/search.ts";
import * as enShell from "./en/shell.ts";
import * as enTable from "./en/table.ts";
import * as enWorkList from "./en/work-list.ts";

/** All words, Greek first. A key that one language lacks does not compile. */

const el = {
  shell: elShell.shell,
  plan: elPlan.plan,
  office: elOffice.office,
  ministry: elMinistry.ministry,
  panel: elPanel.panel,
  live: elLive.live,
  overview: elOverview.overview,
  rules: elRules.rules,
  workList: elWorkList.workList,
  queues: elQueues.queues,
  search: elSearch.search,
  table: elTable.table,
  problem: elProblems.problems,
  field: elProblems.fields,
  diary: elDiary.diary,
  import: elImport,
  identity: elIdentity.identity,
  standIn: elIdentity.standIn,
  command: elCommandLine,
};
const en: Catalogue = {
  shell: enShell.shell,
  plan: enPlan.plan,
  office: enOffice.office,
  ministry: enMinistry.ministry,
  panel: enPanel.panel,
  live: enLive.live,
  overview: enOverview.overview,
  rules: enRules.rules,
  workList: enWorkList.workList,
  queues: enQueues.queues,
  search: enSearch.search,
  table: enTable.table,
  problem: enProblems.problems,
  field: enProblems.fields,
  diary: enDiary.diary,
  import: enImport,
  identity: enIdentity.identity,
  standIn: enIdentity.standIn,
  command: enCommandLine,
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type Catalogue = Words<typeof el>;
export type Language = "el" | "en";
export type Text = TFunction;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof el };
  }
}

const instance: i18n = i18next.createInstance();
instance.init({
  lng: "el",
  fallbackLng: false,
  keySeparator: ".",
  nsSeparator: false,
  resources: { el: { translation: el }, en: { translation: en } },
  // React escapes, and so does every template of ours.
  interpolation: { escapeValue: false },
  initAsync: false,
});

export const textIn = (language: Language): Text => instance.getFixedT(language);

/** Words of a code that is only known at run time, such as a refusal's; the first key that has words wins. */
export const wordsOf = (
  language: Language,
  keys: readonly string[],
  values?: Readonly<Record<string, unknown>>,
): string => String(instance.t([...keys] as never, { ...values, lng: language } as never));
