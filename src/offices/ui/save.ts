import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem, call } from "../../kit/api.ts";
import type { Settings } from "../contract.ts";
import { type SettingValues, settingValuesOf } from "../rules.ts";
import { type Draft, draftOf, requestOf } from "./draft.ts";
import { rememberSettings, settingsPath, settingsQuery } from "./queries.ts";

const ATTEMPTS = 3;

/** Somebody else changed these very fields; their values are in the cache, for all to see. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/**
 * Sends the changes of some fields. What others changed elsewhere meanwhile is no obstacle and stays theirs.
 * @param shown what these fields showed as the present value
 * @throws Overtaken, ApiProblem, NoConnection
 */
export async function sendSettings(
  queryClient: QueryClient,
  office: string,
  values: SettingValues,
  shown: Draft,
): Promise<Settings> {
  for (let attempt = 1; ; attempt++) {
    const known = queryClient.getQueryData(settingsQuery(office).queryKey);
    if (!known || !holds(draftOf(known), shown)) throw new Overtaken();
    try {
      const saved = await call<Settings>(settingsPath(office), {
        method: "PATCH",
        body: requestOf(values),
        version: known.version,
      });
      rememberSettings(queryClient, office, saved);
      return saved;
    } catch (error) {
      const current = staleAgainst(error);
      if (!current) throw error;
      rememberSettings(queryClient, office, current);
      // An earlier try did arrive, only its answer did not.
      if (holds(settingValuesOf(current), values)) return current;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function staleAgainst(error: unknown): Settings | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== "version-stale") return null;
  return (error.problem.current as Settings | undefined) ?? null;
}

const holds = (present: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(wanted).every(([field, value]) => present[field] === value);
