import i18next, { type i18n, type TFunction } from "i18next";
import * as elCommandLine from "./el/command-line.ts";
import * as elIdentity from "./el/identity.ts";
import * as elImport from "./el/import.ts";
import * as elPanel from "./el/panel.ts";
import * as elPlan from "./el/plan.ts";
import * as elProblems from "./el/problems.ts";
import * as elShell from "./el/shell.ts";
import * as enCommandLine from "./en/command-line.ts";
import * as enIdentity from "./en/identity.ts";
import * as enImport from "./en/import.ts";
import * as enPanel from "./en/panel.ts";
import * as enPlan from "./en/plan.ts";
import * as enProblems from "./en/problems.ts";
import * as enShell from "./en/shell.ts";

/** All words, Greek first. A key that one language lacks does not compile. */

const el = {
  shell: elShell.shell,
  plan: elPlan.plan,
  panel: elPanel.panel,
  problem: elProblems.problems,
  field: elProblems.fields,
  import: elImport,
  identity: elIdentity.identity,
  standIn: elIdentity.standIn,
  command: elCommandLine,
};
const en: Catalogue = {
  shell: enShell.shell,
  plan: enPlan.plan,
  panel: enPanel.panel,
  problem: enProblems.problems,
  field: enProblems.fields,
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
