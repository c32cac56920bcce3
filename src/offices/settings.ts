import { record } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../platform/refusal.ts";
import type { Settings, SettingsRequest } from "./contract.ts";
import {
  changedSettings,
  checkedFact,
  offersNothing,
  type SettingValues,
  settingValuesOf,
  wishedFacts,
} from "./rules.ts";
import type { SettingValue } from "./setting/setting.ts";
import { lockRules, settingsById, updateOffice, writeOwnServices } from "./settings-sql.ts";

/**
 * What an office says of itself, which services it offers and how long they take here. Appointments that there are
 * keep their length; new ones take the new.
 * @throws Refusal 412 with the present settings, 422 for a field
 */
export async function changeSettings(
  tx: Tx,
  office: AdministeredOffice,
  { version, request }: { readonly version: number; readonly request: SettingsRequest },
  now: Temporal.Instant,
): Promise<Settings> {
  await lockRules(tx, office.id);
  const settings = await settingsById(tx, office.id);
  requireVersion(settings, version);
  const before = settingValuesOf(settings);
  const after = { ...before, ...checked(wishedFacts(request), before) };
  if (offersNothing(after)) refuseFields([{ field: "services", code: "no-service-offered" }]);
  const changes = changedSettings(before, after);
  if (Object.keys(changes).length === 0) return settings;
  const isWritten = await updateOffice(tx, office, { version, facts: after }, now);
  if (!isWritten) requireVersion(await settingsById(tx, office.id), version);
  await writeOwnServices(tx, office.id, servicesAmong(Object.keys(changes)), after);
  await record(tx, office, { act: "settings-changed", details: changes }, now);
  announceRules(tx, office.id);
  return settingsById(tx, office.id);
}

function requireVersion(settings: Settings, version: number): void {
  if (version === settings.version) return;
  const { changedAt, changedBy } = settings;
  throw new Refusal(412, "version-stale", {
    values: { words: changedAt ? "settings-stale" : "settings-imported", at: changedAt?.slice(11, 16) ?? "" },
    extensions: { current: settings, changedBy },
  });
}

/** Every path that is wished for exists, and its value is one that may be stored. */
function checked(wished: SettingValues, known: SettingValues): SettingValues {
  const errors: FieldError[] = [];
  const values: Record<string, SettingValue> = {};
  for (const [field, value] of Object.entries(wished)) {
    if (!Object.hasOwn(known, field)) {
      errors.push({ field: field.slice(0, 80), code: "service-unknown" });
      continue;
    }
    const fact = checkedFact(field, value);
    if ("error" in fact) errors.push(fact.error);
    else values[field] = fact.value;
  }
  refuseFields(errors);
  return values;
}

function servicesAmong(fields: readonly string[]): string[] {
  const codes = fields.flatMap((field) => /^services\.(.+)\.\w+$/.exec(field)?.[1] ?? []);
  return [...new Set(codes)];
}
