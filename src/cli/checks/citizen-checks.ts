import { MOST_PEOPLE } from "../../appointments/field/visit-services.ts";
import { UNCONFIRMED } from "../../appointments/statuses.ts";
import type { Read } from "../../platform/database/sql.ts";
import { domainKey } from "../../public-booking/confirm/mail-domain.ts";
import type { Check, Finding } from "./check.ts";

/** What citizens may have, and what they were given. */

interface VisitsOfPerson {
  readonly key: Buffer;
  readonly emails: readonly string[];
  readonly finding: string;
}

/**
 * By what the offices of a person's visits give at most: of visits, or, where the government had said who books, of each
 * who comes by name; and of people four times as many. What the counter brought back or moved there is not the person's
 * doing, and of offices whose settings have changed since nobody knows the limit any more: there it is the highest of all.
 */
const personOverLimit: Check = {
  name: "person-over-limit",
  remedy: "report",
  find: async (tx, now) =>
    (await overLimit(tx, now)).filter((known) => !isDomain(known)).map(({ finding }) => ({ finding })),
};

const overLimit = (tx: Read, now: Temporal.Instant): Promise<VisitsOfPerson[]> => tx.sql<VisitsOfPerson>`
  with standing as (
    select person.key, appointment.email, is_identified, concat_ws(' ', office.code, reference) as visit,
      case when settings_changed_at > booked.at then 10 else settings.online_limit end as most,
      jsonb_build_array(jsonb_build_object('lastName', last_name, 'firstName', first_name)) || companions as people,
      exists (select from companion_erasure as mark
        where mark.office_id = appointment.office_id and mark.appointment_id = appointment.id) as names_erased
    from online_person as person
      join appointment on appointment.office_id = person.office_id and appointment.id = person.appointment_id
      join office on office.id = person.office_id
      join office_settings as settings on settings.office_id = person.office_id
      join appointment_event as booked on booked.office_id = person.office_id
        and booked.appointment_id = person.appointment_id and booked.kind = 'booked'
    where not is_new_domain and live and ends_at > ${now} and not exists (
      select from appointment_event as event
      where event.office_id = person.office_id and event.appointment_id = person.appointment_id
        and event.employee_id is not null and event.kind in ('moved', 'undone'))
  ), counted as (
    select key, email, visit, 'visits' as what, 1 as number, most from standing where not is_identified
    union all
    select distinct key, email, visit, 'of ' || comparable_name(one ->> 'lastName', one ->> 'firstName'), 1, most
    from standing, jsonb_array_elements(people) as one where is_identified and not (names_erased and one ->> 'lastName' = '')
    union all
    select key, email, visit, 'people', jsonb_array_length(people), ${MOST_PEOPLE} * most from standing
  )
  select key, array_agg(email) filter (where email is not null) as emails,
    concat(sum(number), ' / ', max(most), ': ', string_agg(visit, ', ' order by visit)) as finding
  from counted group by key, what having sum(number) > max(most) order by finding`;

/** Of a domain of one's own more may come: it is noted beside the person, and looks alike. */
const isDomain = ({ key, emails }: VisitsOfPerson): boolean =>
  (emails ?? []).some((email) => domainKey(email)?.equals(key));

/** A link shows and cancels an appointment: there is none of what was never confirmed. */
const linkWithoutVisit: Check = {
  name: "link-without-visit",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select distinct concat_ws(' ', office.code, coalesce(reference, link.appointment_id::text)) as finding
    from appointment_link as link left join office on office.id = office_id
      left join appointment as visit on visit.office_id = link.office_id and visit.id = link.appointment_id
    where visit.id is null or kind = 'manage' and status = any (${UNCONFIRMED}) order by 1`,
};

/** A partner hears of each act once it was done, and in their order. What was asked for again comes again. */
const noticeOutOfOrder: Check = {
  name: "notice-out-of-order",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select distinct concat_ws(' ', office.code, reference, notice.version) as finding
    from webhook_event as notice join office on office.id = notice.office_id
      join appointment as visit on visit.office_id = notice.office_id and visit.id = notice.appointment_id
      left join appointment_event as event on event.office_id = notice.office_id
        and event.appointment_id = notice.appointment_id and event.version = notice.version
    where event.at is distinct from notice.at
      or notice.kind <> case event.kind when 'undone' then 'corrected' else event.kind end
      or notice.state = 'planned' and notice.trying_since = notice.at and exists (
        select from webhook_event as later
        where later.office_id = notice.office_id and later.appointment_id = notice.appointment_id
          and later.version > notice.version and later.state = 'delivered')
    order by 1`,
};

export const citizenChecks: readonly Check[] = [personOverLimit, linkWithoutVisit, noticeOutOfOrder];
