import { z } from "zod";
import { ofOffice } from "../identity/staff-routes.ts";
import { knownDate } from "../platform/date-schemas.ts";

export const ofDay = ofOffice.extend({ date: knownDate });
export const ofAppointment = ofOffice.extend({ id: z.string() });
