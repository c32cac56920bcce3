import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem, call } from "../../kit/api.ts";
import { currentIn, sentOnTop } from "../../kit/form/send.ts";
import type { Text } from "../../text/text.ts";
import type { Settings } from "../contract.ts";
import { changedSettings, type SettingValues, settingValuesOf } from "../rules.ts";
import { rememberSettings, settingsPath } from "./queries.ts";
import { patchOf } from "./setting-texts.ts";

/** Changes settings of one office, and takes such a change back. */

/** @throws ApiProblem, NoConnection */
export async function sendSettings(
  queryClient: QueryClient,
  office: string,
  values: SettingValues,
  version: number,
): Promise<Settings> {
  try {
    const saved = await call<Settings>(settingsPath(office), { method: "PATCH", body: patchOf(values), version });
    rememberSettings(queryClient, office, saved);
    return saved;
  } catch (error) {
    const current = currentIn(error) as Settings | null;
    if (!current) throw error;
    rememberSettings(queryClient, office, current);
    // An earlier try did arrive, only its answer did not.
    if (holds(current, values)) return current;
    throw error;
  }
}

export interface SavedSettings {
  readonly office: string;
  /** As it stood when it was sent: the page may have gone on when the answer comes */
  readonly before: Settings;
  readonly saved: Settings;
  readonly fields: readonly string[];
}

/** A second change with the former values, unless these fields have changed again since. */
export function undoing(queryClient: QueryClient, { office, before, saved, fields }: SavedSettings) {
  const changes = Object.entries(changedSettings(settingValuesOf(before), settingValuesOf(saved)));
  const changed = changes.filter(([field]) => fields.includes(field));
  if (changed.length === 0) return null;
  const former = Object.fromEntries(changed.map(([field, [value]]) => [field, value]));
  const present = Object.fromEntries(changed.map(([field, [, value]]) => [field, value]));
  return async (t: Text): Promise<void> => {
    const versionFor = (error: unknown) => {
      const current = currentIn(error) as Settings | null;
      if (!current) return null;
      if (holds(current, present)) return current.version;
      throw new ApiProblem({ status: 412, code: "version-stale", title: t("office.undo-overtaken") });
    };
    await sentOnTop(saved.version, (version) => sendSettings(queryClient, office, former, version), versionFor);
  };
}

function holds(settings: Settings, wanted: SettingValues): boolean {
  const present = settingValuesOf(settings);
  return Object.entries(wanted).every(([field, value]) => present[field] === value);
}
