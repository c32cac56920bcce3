import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import type { Office, Service } from "./contract.ts";
import { officeById, servicesOf } from "./sql.ts";

/** Four weeks. */
const USUAL_HOURS = 28 * 24;

/** What an office says of itself, with the services of the catalogue. */
export const wholeOffice = async (tx: Read, { id }: OperableOffice, now: Temporal.Instant): Promise<Office> => ({
  ...(await officeById(tx, id, now.subtract({ hours: USUAL_HOURS }))),
  ...(await servicesOf(tx, id)),
});

/** The whole catalogue by code: older appointments may be for what the office offers no more. */
export async function servicesByCode(tx: Read, { id }: OperableOffice): Promise<ReadonlyMap<string, Service>> {
  const { services, notOffered } = await servicesOf(tx, id);
  return new Map([...services, ...notOffered].map((service) => [service.code, service]));
}
