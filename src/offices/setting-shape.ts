import type { z } from "zod";
import { SETTING_NAMES, SETTINGS, type SettingName } from "./office-settings.ts";
import type { Setting } from "./setting/setting.ts";

/** The settings as schemas of the contract. Bounds are published but not checked here: whoever breaks one is told in words. */

type KindOf<Name extends SettingName> = (typeof SETTINGS)[Name]["kind"];
type Schemas = Readonly<Record<KindOf<SettingName>, z.ZodType>>;

/** `lift` → the schema of `access.lift`, for the prefix `access.`; deeper paths are not of the same object. */
type Shape<Prefix extends string, Of extends Schemas> = {
  [Name in SettingName as Name extends `${Prefix}${infer Own}`
    ? Own extends `${string}.${string}`
      ? never
      : Own
    : never]: Of[KindOf<Name>];
};

/** For each setting whose path begins so, the schema of its kind. */
export function settingShape<Prefix extends "" | "access." | "online.", Of extends Schemas>(
  prefix: Prefix,
  schemas: Of,
): Shape<Prefix, Of> {
  const names = SETTING_NAMES.filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("."));
  const shape = names.map((name) => [
    name.slice(prefix.length),
    withMeaning(schemas[SETTINGS[name].kind], SETTINGS[name]),
  ]);
  return Object.fromEntries(shape) as Shape<Prefix, Of>;
}

export function withMeaning<Of extends z.ZodType>(schema: Of, { meaning, bounds }: Setting): Of {
  return schema.meta({
    ...schema.meta(),
    ...(meaning && { description: [meaning, schema.description].filter(Boolean).join(" ") }),
    ...(bounds && { minimum: bounds.min, maximum: bounds.max }),
  });
}
