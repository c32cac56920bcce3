import type { Texts } from "../../../../kit/form/typing.ts";
import type { Office, Service } from "../../../../offices/contract.ts";
import type { Need } from "../../../../text/needs.ts";
import type { VisitCase } from "../../../../text/to-bring.ts";
import type { Appointment } from "../../../contract.ts";
import type { Companion } from "../../../field/field.ts";
import { BEHALVES, visitCaseOf } from "../../../field/visit-case.ts";
import { servicesOfVisit, workOfVisit } from "../../../field/visit-services.ts";
import { type LengthTerms, minutesTogether } from "../../../place/length.ts";
import { serviceOf } from "../../service-of.ts";

/** Who comes and what is done in a visit, as a form has it: lists are kept among its texts as JSON. Pure. */
export interface VisitInForm {
  readonly service: string;
  readonly moreServices: readonly string[];
  readonly companions: readonly Companion[];
  readonly needs: readonly Need[];
  readonly party: Appointment["party"];
  readonly behalf: Appointment["behalf"];
}

export const visitIn = ({ service = "", moreServices, companions, needs, party, behalf }: Texts): VisitInForm => ({
  service,
  party: party === "business" ? party : "citizen",
  behalf: BEHALVES.find((each) => each === behalf) ?? null,
  moreServices: JSON.parse(moreServices || "[]"),
  companions: JSON.parse(companions || "[]"),
  needs: JSON.parse(needs || "[]"),
});

/** What the times are asked for with; empty as long as the first service is not known. */
export const servicesText = (visit: VisitInForm): string => (visit.service === "" ? "" : workOfVisit(visit).join());

/** Minutes of all of it in an office, before they are rounded up to a queue's slots. */
export const minutesIn = (office: Office, visit: VisitInForm): number =>
  minutesTogether(workOfVisit(visit), lengthTerms(office));

export const lengthTerms = ({ notOffered, services, commonMinutes, longerMinutes }: Office): LengthTerms => ({
  minutes: new Map([...notOffered, ...services].map(({ code, minutes }) => [code, minutes])),
  common: commonMinutes,
  longer: longerMinutes,
});

/** Of a visit: what is told of it as one. */
export interface VisitTerms {
  /** Each once */
  readonly services: readonly Service[];
  readonly persons: number;
  readonly minutes: number;
  readonly visitCase: VisitCase;
}

export function termsOfVisit(office: Office, visit: VisitInForm): VisitTerms {
  const codes = [...new Set(servicesOfVisit(visit))];
  return {
    services: codes.flatMap((code) => serviceOf(office, code) ?? []),
    persons: visit.companions.length + 1,
    minutes: minutesIn(office, visit),
    visitCase: visitCaseOf(visit),
  };
}
