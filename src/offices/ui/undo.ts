import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../kit/api.ts";
import type { Text } from "../../text/text.ts";
import type { Settings } from "../contract.ts";
import { changedSettings, settingValuesOf } from "../rules.ts";
import { draftOf, only } from "./draft.ts";
import { Overtaken, sendSettings } from "./save.ts";

export type Undo = (t: Text) => Promise<void>;

/** A second change with the former values, unless these fields have changed again since. */
export function undoing(
  queryClient: QueryClient,
  office: string,
  before: Settings,
  saved: Settings,
  fields: readonly string[],
): Undo | null {
  const changes = Object.entries(changedSettings(settingValuesOf(before), settingValuesOf(saved)));
  const former = changes.filter(([field]) => fields.includes(field)).map(([field, [value]]) => [field, value]);
  if (former.length === 0) return null;
  const shown = only(draftOf(saved), fields);
  return async (t) => {
    await sendSettings(queryClient, office, Object.fromEntries(former), shown).catch((error) => {
      if (!(error instanceof Overtaken)) throw error;
      throw new ApiProblem({ status: 412, code: "version-stale", title: t("office.undo-overtaken") });
    });
  };
}
