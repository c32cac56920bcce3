import { refuseFields } from "../../platform/refusal.ts";
import type { ChangeRequest, DetailsRequest } from "../contract.ts";
import { faultsAtCounter, fieldErrors, normalized } from "../rules.ts";
import type { NewRow } from "../sql.ts";

/** The columns that a clerk types. */
export type DetailColumns = Pick<
  NewRow,
  | "service"
  | "last_name"
  | "first_name"
  | "phone"
  | "email"
  | "party"
  | "business_name"
  | "business_afm"
  | "notes"
  | "channel"
  | "language"
>;

/** @throws Refusal 422 naming each faulty field */
export function detailColumns(request: DetailsRequest, { mayBeNameless = false } = {}): DetailColumns {
  refuseFields(mayBeNameless ? faultsAtCounter(request) : fieldErrors(request));
  const details = normalized(request);
  const business =
    details.party === "business" || (details.party === undefined && details.business) ? details.business : null;
  return {
    service: details.service,
    last_name: details.lastName,
    first_name: details.firstName,
    phone: details.phone ?? null,
    email: details.email ?? null,
    party: business ? "business" : "citizen",
    business_name: business?.name ?? null,
    business_afm: business?.afm ?? null,
    notes: details.notes ?? null,
    channel: details.channel ?? "phone",
    language: details.language ?? "el",
  };
}

/** Of a citizen who stood at the counter, of whom nobody noted more than this. */
export const namelessDetails = (service: string): DetailColumns => ({
  service,
  last_name: "",
  first_name: "",
  phone: null,
  email: null,
  party: "citizen",
  business_name: null,
  business_afm: null,
  notes: null,
  channel: "in-person",
  language: "el",
});

/** The row with a merge patch applied: absent stays, null clears. */
export function patched<Columns extends DetailColumns>(row: Columns, request: ChangeRequest): Columns {
  const channel = request.channel ?? row.channel;
  return {
    ...row,
    ...detailColumns({ ...requestOf(row), ...request, ...partyOf(row, request), channel: undefined }),
    channel,
  };
}

/** The columns as if they had just been typed. */
const requestOf = (row: DetailColumns): DetailsRequest => ({
  lastName: row.last_name,
  firstName: row.first_name,
  phone: row.phone,
  email: row.email,
  service: row.service,
  notes: row.notes,
  language: row.language,
});

/** A citizen has no business; naming a business makes the citizen its representative. */
function partyOf(row: DetailColumns, { party, business }: ChangeRequest): Pick<DetailsRequest, "party" | "business"> {
  if (party === "citizen" || (business === null && party === undefined)) return { party: "citizen", business: null };
  if (business) return { party: "business", business };
  const known =
    business === null || row.business_name === null ? null : { name: row.business_name, afm: row.business_afm };
  return { party: party ?? row.party, business: known };
}
