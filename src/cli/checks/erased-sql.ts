import { part } from "../../platform/database/sql.ts";

/** Of an appointment the names of those who come along, as one text; null: nobody does. */
export const NAMES_OF_COMPANIONS = part`(
  select string_agg((each ->> 'lastName') || (each ->> 'firstName'), '') from jsonb_array_elements(companions) as each)`;

/** What was ticked of an appointment, as one text; empty: nothing was. */
export const TICKED = part`array_to_string(needs, ' ')`;
