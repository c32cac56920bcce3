import { type ColumnsOf, columnsWhere, fieldOf, type StoredAppointment } from "./columns.ts";
import type { AppointmentFields } from "./fields.ts";

/** Choices that may be left out: each with a list to choose from and, once chosen, a line where an appointment is shown. */
export const MAYBE_CHOICES = columnsWhere(({ kind, typed }) => kind === "maybe-choice" && typed !== undefined).map(
  fieldOf,
);

type MaybeChoice = ColumnsOf<{ readonly kind: "maybe-choice"; readonly typed: object }>;

/** By their names in the contract. */
export type MaybeChoices = {
  readonly [Name in MaybeChoice as AppointmentFields[Name]["name"]]: StoredAppointment[Name];
};
