import type { AppointmentInList } from "../../appointments/contract.ts";
import { visitorOf } from "../../appointments/statuses.ts";
import type { FoundPerson } from "../contract.ts";

/** Today's visit whose time is over but whose visitor is late or still here; else the next one. Pure. */
export const awaitedVisit = ({ coming, past }: FoundPerson, today: string): AppointmentInList | undefined =>
  past.find(({ date, status }) => date === today && visitorOf(status) !== null) ?? coming[0];
