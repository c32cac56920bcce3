/** Of which appointment an act is asked, and when. */
export interface AskedAppointment<Version extends number | null = number> {
  readonly id: string;
  /** As the caller saw it; null: whatever it is by now */
  readonly version: Version;
  readonly now: Temporal.Instant;
}
