import { EMPLOYEE, MOVED, ONLINE, VISIT } from "./online-rows.ts";
import { type Plant, plant } from "./plant.ts";

/** Moved by the counter, and then away from there. */
export const ASTRAY: readonly Plant[] = [
  plant(
    "row-against-history",
    "an appointment away from where its last act put it",
    `${ONLINE} ${MOVED} update appointment set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
     where id = '${VISIT}'`,
    / 3 starts_at$/,
  ),
  plant(
    "row-against-history",
    "an act that found it elsewhere than the one before had left it",
    `${ONLINE} ${MOVED}
     insert into appointment_event (office_id, appointment_id, version, kind, at, employee_id, changes)
     select office_id, id, 4, 'moved', '2026-11-24T08:43:00Z', ${EMPLOYEE},
       json_build_object('starts_at', json_build_array(starts_at + interval '1 hour', starts_at)) from appointment where id = '${VISIT}';
     update appointment set version = 4 where id = '${VISIT}'`,
    / 4 starts_at$/,
  ),
];
