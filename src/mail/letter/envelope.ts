/** What all messages of one sending have in common. */
export interface Envelope {
  /** The address that the program sends from */
  readonly from: string;
  readonly at: Temporal.Instant;
}
