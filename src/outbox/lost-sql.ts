import { part } from "../platform/database/sql.ts";
import { LINK_KINDS } from "./planned.ts";

/**
 * Of a row of `mail` that tells of an appointment: it did not arrive, nothing was planned for its appointment since, and its citizen has not agreed by
 * telephone. Where it went to another office, that one has written since.
 */
export const IS_LOST = part`(mail.state in ('refused', 'expired') and mail.kind <> all (${LINK_KINDS}::text[]) and not exists (
  select from mail as later where later.office_id = mail.office_id and later.appointment_id = mail.appointment_id
    and later.id > mail.id and later.state <> 'withdrawn'
    and later.kind <> all (${LINK_KINDS}::text[])) and not exists (
  select from call where call.office_id = mail.office_id and call.appointment_id = mail.appointment_id
    and call.outcome = 'agreed') and not exists (
  select from appointment as gone where gone.office_id = mail.office_id and gone.id = mail.appointment_id
    and gone.transferred_to is not null))`;
