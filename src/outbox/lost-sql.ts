import { part } from "../platform/database/sql.ts";

/** Of a row of `mail`: it did not arrive, and nothing was planned for its appointment since. */
export const IS_LOST = part`(mail.state in ('refused', 'expired') and not exists (
  select from mail as later where later.office_id = mail.office_id and later.appointment_id = mail.appointment_id
    and later.id > mail.id and later.state <> 'withdrawn'))`;
