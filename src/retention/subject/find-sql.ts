import { type Part, part, type Read } from "../../platform/database/sql.ts";
import type { SubjectVisit } from "./visit.ts";
import type { SubjectWish } from "./wish.ts";

export const allOffices = (tx: Read): Promise<{ readonly id: number }[]> =>
  tx.sql<{ id: number }>`select id from office order by code`;

/** Of one office, by what stands there now or once did, before it was corrected: a former name alone does not find it. */
export async function subjectVisitsIn(tx: Read, officeId: number, wish: SubjectWish): Promise<SubjectVisit[]> {
  const { words, joined, phone, email, afm } = wish;
  return tx.sql<SubjectVisit>`
    select office_id, visit.id, office.code as office, reference, starts_at, ends_at, status, last_name, first_name,
      visit.phone, business_name, companions
    from appointment as visit join office on office.id = office_id
    where office_id = ${officeId} and anonymized_at is null
      and (${words.length} = 0 or visit.id in (${named(officeId, { words, joined })}))
      and (${phone}::text is null or visit.phone = ${phone} or ${once(officeId, phone)})
      and (${email}::text is null or lower(visit.email) = lower(${email}) or ${once(officeId, email)} or exists (
        select from mail where mail.office_id = ${officeId} and appointment_id = visit.id and lower(address) = lower(${email})))
      and (${afm}::text is null or business_afm = ${afm} or ${once(officeId, afm)})
    order by starts_at`;
}

/** Those in whose names each of the words stands, in any of its readings, by itself or joined to others. */
function named(officeId: number, { words, joined }: Pick<SubjectWish, "words" | "joined">): Part {
  const keys = [
    ...words.flatMap((readings, word) => readings.map((key) => ({ bit: 2 ** word, key }))),
    ...joined.flatMap(({ readings, from, to }) => readings.map((key) => ({ bit: 2 ** to - 2 ** from, key }))),
  ];
  return part`
    select appointment_id
    from unnest(${keys.map(({ bit }) => bit)}::int[], ${keys.map(({ key }) => key)}::text[]) as sought (bit, sound)
      join appointment_word on appointment_word.office_id = ${officeId} and word = sound collate "C"
    group by appointment_id having bit_or(bit) = ${2 ** words.length - 1}::int`;
}

const once = (officeId: number, text: string | null): Part => part`exists (
        select from appointment_event as event where event.office_id = ${officeId} and appointment_id = visit.id
          and position(lower(to_json(${text}::text)::text) in lower(changes::text)) > 0)`;
