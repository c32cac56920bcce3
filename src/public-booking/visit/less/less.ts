import { change } from "../../../appointments/change.ts";
import type { ChangeRequest } from "../../../appointments/contract.ts";
import { visitOfText, visitText } from "../../../appointments/field/visit-services.ts";
import { type ExistingAppointment, lockedAppointment } from "../../../appointments/row/existing.ts";
import { type CitizensLink, waitForLink } from "../../../identity/citizens/links.ts";
import type { Tx } from "../../../platform/database/sql.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { managedVisit } from "../opened.ts";

/** A visit of several of which not all is needed any more. */

interface Less {
  /** As its citizen saw it, as `visitText` writes it */
  readonly was: string;
  /** What is not needed of it: of whom, and which of their services, both counted from 0 */
  readonly gone: readonly (readonly [number, number])[];
  readonly version: number;
  readonly now: Temporal.Instant;
}

type People = ExistingAppointment["companions"];

/** Each of them with what is left; whoever has nothing left does not come. Pure. */
function peopleLeft(row: ExistingAppointment, gone: Less["gone"]): People {
  const { last_name, first_name, service, more_services, companions } = row;
  const all = [{ lastName: last_name, firstName: first_name, services: [service, ...more_services] }, ...companions];
  const isGone = (person: number, at: number) => gone.some(([one, place]) => one === person && place === at);
  return all
    .map(({ services, ...name }, person) => ({ ...name, services: services.filter((_, at) => !isGone(person, at)) }))
    .filter(({ services }) => services.length > 0);
}

/** Of the text that was seen, what stays: it is so already where the button was pressed twice. */
const textLeft = (was: string, gone: Less["gone"]): string => {
  const { service, more_services, companions } = visitOfText(was);
  const all = [[service, ...more_services], ...companions.map(({ services }) => services)];
  const isGone = (person: number, at: number) => gone.some(([one, place]) => one === person && place === at);
  return all
    .map((codes, person) => codes.filter((_, at) => !isGone(person, at)).join())
    .filter(Boolean)
    .join(";");
};

/**
 * Gives back what is not needed, and the minutes that follow from it, at once; the rest stays as it is, under the same code.
 * @returns false: nothing would be left of it
 * @throws Refusal 404, 409 where it can't be changed any more, or `name-stays`; 412
 */
export async function lessByLink(tx: Tx, link: CitizensLink, { was, gone, version, now }: Less): Promise<boolean> {
  await waitForLink(tx, link);
  // A clerk may be taking away the same just now: then it is so already.
  await lockedAppointment(tx, link.office, link.appointmentId);
  const row = await managedVisit(tx, link, now);
  const left = textLeft(was, gone);
  if (left === "") return false;
  if (visitText({ ...row, needs: [] }) === left) return true;
  await change(tx, link.office, { id: row.id, version, now }, requestFor(row, peopleLeft(row, gone)));
  return true;
}

/** It stays whose it is: where that one does not come, it is no other's. */
function requestFor(row: ExistingAppointment, [first, ...companions]: People): ChangeRequest {
  const { lastName = "", firstName = "", services = [] } = first ?? {};
  const [service = row.service, ...moreServices] = services;
  const isOthers = lastName !== row.last_name || firstName !== row.first_name;
  // Who comes without having said who that is, or for a business, comes by the name that it has.
  if (isOthers && lastName !== "" && row.party === "citizen") throw new Refusal(409, "name-stays");
  return {
    service,
    moreServices,
    companions: companions.map(({ services: done, ...name }) => ({ ...name, services: [...done] })),
  };
}
