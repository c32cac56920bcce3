import { refuseFields } from "../../platform/refusal.ts";
import type { ChangeRequest, DetailsRequest } from "../contract.ts";
import { fieldOf, isList, type StoredAppointment, TYPED, type TypedColumn } from "../field/columns.ts";
import { faultsAtCounter, fieldErrors, normalized } from "../rules.ts";

/** The columns that a clerk types. */
export type DetailColumns = Pick<StoredAppointment, TypedColumn>;

/** @throws Refusal 422 naming each faulty field */
export function detailColumns(request: DetailsRequest, { mayBeNameless = false } = {}): DetailColumns {
  refuseFields(mayBeNameless ? faultsAtCounter(request) : fieldErrors(request));
  const details = normalized(request);
  const { party, business: given } = details;
  const business = party === "business" || (party === undefined && given) ? given : null;
  return {
    ...(Object.fromEntries(TYPED.map((column) => [column, typedOf(details, column)])) as DetailColumns),
    party: business ? "business" : "citizen",
    business_name: business?.name ?? null,
    business_afm: business?.afm ?? null,
  };
}

const typedOf = (details: Readonly<Record<string, unknown>>, column: TypedColumn): unknown =>
  details[fieldOf(column).name] ?? emptyOf(column);

/** Of a blank text nothing is stored; a choice that nobody makes is the usual one; a list is empty. */
function emptyOf(column: TypedColumn): unknown {
  const { typed } = fieldOf(column);
  if (!typed || typed.kind.startsWith("maybe-")) return null;
  return isList(typed) ? JSON.parse(typed.empty) : typed.empty;
}

const NOTHING = Object.fromEntries(TYPED.map((column) => [column, emptyOf(column)])) as unknown as DetailColumns;

/** Of a citizen who stood at the counter, of whom nobody noted more than this. */
export const namelessDetails = (service: string): DetailColumns => ({ ...NOTHING, service, channel: "in-person" });

/** The row with a merge patch applied: absent stays, null clears. */
export function patched<Columns extends DetailColumns>(row: Columns, request: ChangeRequest): Columns {
  const channel = request.channel ?? row.channel;
  const details = { ...requestOf(row), ...request, ...partyOf(row, request), channel: undefined };
  return { ...row, ...detailColumns(details), channel };
}

/** The columns as if they had just been typed. */
const requestOf = (row: DetailColumns): DetailsRequest =>
  Object.fromEntries(TYPED.map((column) => [fieldOf(column).name, row[column]])) as unknown as DetailsRequest;

/** A citizen has no business; naming a business makes the citizen its representative. */
function partyOf(row: DetailColumns, { party, business }: ChangeRequest): Pick<DetailsRequest, "party" | "business"> {
  if (party === "citizen" || (business === null && party === undefined)) return { party: "citizen", business: null };
  if (business) return { party: "business", business };
  const known =
    business === null || row.business_name === null ? null : { name: row.business_name, afm: row.business_afm };
  return { party: party ?? row.party, business: known };
}
