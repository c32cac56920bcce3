import type { AppointmentField, FieldKind, ValueOf } from "./field.ts";
import { APPOINTMENT_FIELDS, type AppointmentColumn, type AppointmentFields } from "./fields.ts";

/** Lists that follow from the table of an appointment's fields. Pure, browser-safe. */

/** As it is stored. */
export type StoredAppointment = { readonly [Name in AppointmentColumn]: ValueOf<AppointmentFields[Name]> };

/** Those of whose rows something is so. */
export type ColumnsOf<Property> = {
  [Name in AppointmentColumn]: AppointmentFields[Name] extends Property ? Name : never;
}[AppointmentColumn];
export type TypedColumn = ColumnsOf<{ readonly typed: object }>;
/** What a citizen takes along wherever the visit goes. */
export type PersonColumn = ColumnsOf<{ readonly of: "person" }>;

const NAMES = Object.keys(APPOINTMENT_FIELDS) as AppointmentColumn[];

export const fieldOf = (column: AppointmentColumn): AppointmentField => APPOINTMENT_FIELDS[column];

export const columnsWhere = <Name extends AppointmentColumn = AppointmentColumn>(
  holds: (field: AppointmentField) => boolean = () => true,
): readonly Name[] => NAMES.filter((column) => holds(APPOINTMENT_FIELDS[column])) as Name[];

/** Of several, which a text holds as JSON. */
export const isList = ({ kind }: { readonly kind: string }): boolean => LISTS.includes(kind);

const LISTS: readonly string[] = ["services", "companions", "choices"] satisfies readonly FieldKind[];

export const TYPED = columnsWhere<TypedColumn>(({ typed }) => typed !== undefined);
const OF_PERSON = columnsWhere<PersonColumn>((field) => field.of === "person");
const ALONG = columnsWhere<PersonColumn | "notes">((field) => field.of === "person" || field.of === "visit");

/** The citizen of it: who, how to reach them, in which language. */
export const citizenOf = <Row extends Pick<StoredAppointment, PersonColumn>>(row: Row): Pick<Row, PersonColumn> =>
  picked(row, OF_PERSON);

/** What goes along to another office: the citizen, and what was written about the visit. */
export const alongWith = <Row extends Pick<StoredAppointment, PersonColumn | "notes">>(
  row: Row,
): Pick<Row, PersonColumn | "notes"> => picked(row, ALONG);

const picked = <Row extends object, Name extends keyof Row>(row: Row, columns: readonly Name[]): Pick<Row, Name> =>
  Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<Row, Name>;

/** Of a history other columns may be known by. */
export const findField = (column: string): AppointmentField | undefined =>
  column in APPOINTMENT_FIELDS ? APPOINTMENT_FIELDS[column as AppointmentColumn] : undefined;

export type FieldLabel = AppointmentFields[ColumnsOf<{ readonly label: string }>]["label"];

/** Of the words of the panel; without one it is not for people. */
export const columnLabel = (column: string): FieldLabel | undefined =>
  findField(column)?.label as FieldLabel | undefined;

/** In the contract. */
export const nameOf = (column: string): string => findField(column)?.name ?? column;
