import type { CitizensOffice } from "./citizens/citizens-office.ts";
import type { OperableOffice } from "./office-access.ts";

/** An office in which somebody acts: an employee, or a citizen about an appointment of their own. */
export type ActingOffice = OperableOffice | CitizensOffice;
