/** The releases that there have been, the newest last: what is being worked on works beside the last of them, and no older one. */
export const RELEASES: readonly Release[] = [];

export interface Release {
  readonly version: string;
  /** Its newest file in db/migrations */
  readonly lastMigration: string;
}
