import { servicesInText } from "../../appointments/field/visit-services.ts";
import { type Ending, endingWith } from "../../platform/database/sql.ts";
import { asOne, type NamedService, PLACE, type PlaceToGo } from "../office-sql.ts";
import { OWN_SETTINGS, TERMS } from "../sql.ts";
import type { OnlineTerms } from "../terms.ts";
import { type FormRow, READ_FORM } from "./form-sql.ts";

interface OpenRow extends FormRow, PlaceToGo, OnlineTerms {
  readonly named: readonly NamedService[];
  readonly keptDays: number;
}

/** All that a page of a form shows, in one statement, with which the transaction ends; null: there is none. */
export async function openFormOf(tx: Ending, officeId: number, tokenHash: Buffer) {
  const [row] = await endingWith(tx).sql<OpenRow>`
    select ${READ_FORM}, place.*, (
        select json_agg(json_build_object('code', service.code, 'name', service.name, 'nameEn', name_en, 'toBring', to_bring))
        from service where service.code = any (regexp_split_to_array(booking_form.service, '[,;]'))) as named,
      (select days from retention) as "keptDays"
    from booking_form
      join (select id as place_id, code, name, ${PLACE}, ${TERMS} from office ${OWN_SETTINGS}) as place on place_id = office_id
    where office_id = ${officeId} and token_hash = ${tokenHash}`;
  return row ? { form: row, place: row, terms: row, service: serviceIn(row), keptDays: row.keptDays } : null;
}

/** A form was begun with what the catalogue has, and nothing ever leaves it. */
const serviceIn = ({ service, named }: OpenRow): NamedService =>
  asOne(service, servicesInText(service), named) as NamedService;
