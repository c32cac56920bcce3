import { z } from "zod";
import { ofOffice } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";

export const ofDay = ofOffice.extend({ date: calendarDate });
export const ofAppointment = ofOffice.extend({ id: z.string() });
