import { type Ending, endingWith } from "../../platform/database/sql.ts";
import { type NamedService, PLACE, type PlaceToGo } from "../office-sql.ts";
import { TERMS } from "../sql.ts";
import type { OnlineTerms } from "../terms.ts";
import { type FormRow, READ_FORM } from "./form-sql.ts";

interface OpenRow extends FormRow, PlaceToGo, OnlineTerms {
  readonly serviceName: string;
  readonly serviceNameEn: string;
  readonly bring: string | null;
  readonly bringEn: string | null;
  readonly keptDays: number;
}

/** All that a page of a form shows, in one statement, with which the transaction ends; null: there is none. */
export async function openFormOf(tx: Ending, officeId: number, tokenHash: Buffer) {
  const [row] = await endingWith(tx).sql<OpenRow>`
    select ${READ_FORM}, place.*, "serviceName", "serviceNameEn", bring, "bringEn", (select days from retention) as "keptDays"
    from booking_form
      join (select id as place_id, code, name, ${PLACE}, ${TERMS} from office) as place on place_id = office_id
      join (
        select code as service_code, name as "serviceName", name_en as "serviceNameEn", bring, bring_en as "bringEn" from service
      ) as wanted on service_code = service
    where office_id = ${officeId} and token_hash = ${tokenHash}`;
  return row ? { form: row, place: row, terms: row, service: serviceIn(row), keptDays: row.keptDays } : null;
}

const serviceIn = ({ service, serviceName, serviceNameEn, bring, bringEn }: OpenRow): NamedService => ({
  code: service,
  name: serviceName,
  nameEn: serviceNameEn,
  bring,
  bringEn,
});
