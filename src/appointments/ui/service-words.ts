import type { Office } from "../../offices/contract.ts";
import type { Language } from "../../text/text.ts";
import type { Appointment, AppointmentInList } from "../contract.ts";
import { OTHER_SERVICE, servicesOfVisit } from "../field/visit-services.ts";
import { serviceOf } from "./service-of.ts";

/** Services by their names, as an office has them. */

/** All that is done in a visit, each once. */
export const visitServices = (office: Office, visit: AppointmentInList, language: Language): string =>
  [...new Set(servicesOfVisit(visit))].map((code) => serviceName(office, code, language)).join(", ");

/** The same where there is little room; of another service than the catalogue's, what for. */
export const shortServices = (office: Office, visit: Appointment, language: Language): string =>
  [...new Set(servicesOfVisit(visit))]
    .map((code) => (code === OTHER_SERVICE && visit.matter) || shortServiceName(office, code, language))
    .join(", ");

export function shortServiceName(office: Office, code: string, language: Language): string {
  const service = serviceOf(office, code);
  return (language === "en" ? service?.nameEn : service?.shortName) ?? code;
}

export function serviceName(office: Office, code: string, language: Language): string {
  const service = serviceOf(office, code);
  if (!service) return code;
  return language === "en" ? service.nameEn : service.name;
}
