import type { StoredHours } from "../../offices/hours/office-hours.ts";
import type { Read } from "../../platform/database/sql.ts";

export interface OfficeFacts {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly municipality: string;
  readonly regionalUnit: string | null;
  readonly region: string | null;
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly hours: StoredHours;
  readonly access: Readonly<Record<"stepFreeEntrance" | "lift" | "accessibleWc" | "disabledParking", boolean | null>>;
  readonly interpreters: StoredInterpreters;
}

export interface StoredInterpreters {
  readonly signLanguage: boolean | null;
  readonly signLanguageDays: number;
  /** «sq,ar»; null: nobody has said */
  readonly languages: string | null;
  readonly days: number;
}

/** All of the country, by their codes. */
export const officeFacts = (tx: Read): Promise<OfficeFacts[]> => tx.sql<OfficeFacts>`
  select id, code, name, name_en as "nameEn", address, postcode, municipality, regional_unit as "regionalUnit", region,
    phone, latitude, longitude, json_build_object('counterHours', counter_hours, 'telephoneHours', telephone_hours,
      'hoursExceptions', hours_exceptions) as hours, json_build_object('stepFreeEntrance', has_step_free_entrance, 'lift', has_lift,
      'accessibleWc', has_accessible_wc, 'disabledParking', has_disabled_parking) as access,
    json_build_object('signLanguage', has_sign_language, 'signLanguageDays', sign_language_days, 'languages', interpreter_languages,
      'days', interpreter_days) as interpreters
  from office order by code`;
