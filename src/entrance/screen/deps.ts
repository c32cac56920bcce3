import type { PromiseNotes } from "../../measures/promises/promise-notes.ts";
import type { Config } from "../../platform/config.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import type { FirstTimes } from "../../public-booking/find/first-times/first-times.ts";
import type { OfferedLanguages } from "../../public-booking/languages/offered-languages.ts";

export interface EntranceDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly trial: boolean;
  readonly offered: OfferedLanguages;
  readonly firstTimes: FirstTimes;
  readonly promises: PromiseNotes;
  readonly config: Pick<Config, "PUBLIC_BASE_URL">;
}
