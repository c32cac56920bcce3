import type { MinistryStaff } from "../identity/ministry-access.ts";
import { tidyItems } from "../offices/to-bring/items-to-bring.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { tidy } from "../platform/text/names.ts";
import { allServices, countOffices, insertService, serviceByCode, updateService } from "./catalogue-sql.ts";
import type { NewServiceRequest, Ruled, RulingPreview, ServiceCatalogue, ServicePatch } from "./contract.ts";
import { beginSweep, ruled } from "./rule.ts";
import { serviceErrors } from "./rules.ts";
import { countConcerned, lockRulings } from "./sweep-sql.ts";

/** Κατάλογος υπηρεσιών: what the nation's offices do. Services are never deleted, and their codes never change. */

export async function listServices(tx: AcrossOffices, _ministry: MinistryStaff): Promise<ServiceCatalogue> {
  return { offices: await countOffices(tx), services: await allServices(tx) };
}

/** Offices that take the catalogue's minutes for it, and their coming appointments, which keep the length they have. */
export async function previewService(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  code: string,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  await existing(tx, code);
  return countConcerned(tx, { service: code }, now);
}

/** @throws Refusal 422 at the fields */
export async function addService(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  request: NewServiceRequest,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  refuseFields(serviceErrors(request));
  const service = tidied(request);
  const { code } = service;
  if (!(await insertService(tx, service))) refuseFields([{ field: "code", code: "service-code-taken" }]);
  const sweep = await beginSweep(tx, { service: code }, now);
  return ruled(tx, ministry, { act: "service-added", id: code, sweep, details: { after: service } }, now);
}

export interface ServiceChange {
  readonly code: string;
  /** The one that was seen */
  readonly version: number;
  readonly patch: ServicePatch;
}

/** @throws Refusal 404, 412 when somebody else has changed it, 422 at the fields */
export async function changeService(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { code, version, patch }: ServiceChange,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  refuseFields(serviceErrors(patch));
  const { version: _version, ...before } = await existing(tx, code);
  const after = tidied({ ...before, ...patch });
  if (!(await updateService(tx, after, version))) throw await stale(tx, code);
  const sweep = await beginSweep(tx, { service: code }, now);
  return ruled(tx, ministry, { act: "service-changed", id: code, sweep, details: { before, after } }, now);
}

const tidied = (service: NewServiceRequest): NewServiceRequest => ({
  ...service,
  name: tidy(service.name),
  shortName: tidy(service.shortName),
  nameEn: tidy(service.nameEn),
  toBring: tidyItems(service.toBring),
  onlineUrl: service.onlineUrl?.trim() || null,
});

const CODE = /^[a-z0-9-]{1,40}$/;

async function existing(tx: Read, code: string) {
  const service = CODE.test(code) ? await serviceByCode(tx, code) : null;
  if (!service) throw new Refusal(404, "service-not-found");
  return service;
}

async function stale(tx: Read, code: string): Promise<Refusal> {
  const current = await existing(tx, code);
  return new Refusal(412, "version-stale", { values: { words: "service-stale" }, extensions: { current } });
}
