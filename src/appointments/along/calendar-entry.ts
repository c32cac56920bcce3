/** The entry that a visit has in its citizen's calendar, as the offices before have left it. */
export interface CalendarEntry {
  readonly uid: string;
  /** How far they have counted it (RFC 5545, SEQUENCE); the version of the appointment is added */
  readonly sequence: number;
}
