import { type Plant, plant } from "./plant.ts";

const OFFICE = "office_id = (select id from office where code = '9901')";

/** Settings of offices that no head could have saved, and those that the release before sees otherwise. */
export const SETTINGS_OF_OFFICES: readonly Plant[] = [
  plant(
    "office-settings",
    "a telephone that nobody can call",
    "update office set phone = '210 909' where code = '9901'",
    /^9901 phone$/,
  ),
  plant(
    "office-settings",
    "a telephone number that is not stored as others are",
    "update office set phone = '2109098391' where code = '9902'",
    /^9902 phone$/,
  ),
  plant(
    "office-settings",
    "a time for preparation that no rule allows",
    `alter table office drop constraint office_lead_minutes_check;
     alter table office_settings drop constraint office_settings_lead_minutes_check;
     update office_settings set lead_minutes = 10081 where ${OFFICE}`,
    /^9901 leadMinutes$/,
  ),
  plant(
    "office-settings",
    "a note that no line holds",
    "update office set access_notes = repeat('α', 301) where code = '9903'",
    /^9903 access\.notes$/,
  ),
  plant(
    "office-settings",
    "a service shorter than any",
    `alter table office_service drop constraint office_service_minutes_check;
     insert into office_service (office_id, service, minutes)
     select office.id, service.code, 4 from office, service where office.code = '9901' order by 2 limit 1`,
    /^9901 services\.[a-z0-9-]+\.minutes$/,
  ),
  plant(
    "settings-apart",
    "seats that the release before does not see",
    `alter table office_settings disable trigger follow; update office_settings set seats = 77 where ${OFFICE}`,
    /^9901$/,
  ),
  plant(
    "settings-apart",
    "a note for letters that this release does not see",
    "alter table office disable trigger settings_follow; update office set mail_note = 'Κλειστά τον Αύγουστο' where code = '9902'",
    /^9902$/,
  ),
  plant(
    "settings-apart",
    "an office without settings",
    "delete from office_settings where office_id = (select id from office where code = '9903')",
    /^9903$/,
  ),
];
