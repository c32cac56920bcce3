/**
 * What the program does by the clock, beside the requests: how long each job rests, and until when what was left or failed is
 * tried again. Any number of processes do the same. Their names are in the operator's words (`command.jobs`).
 */
interface Pace {
  readonly everyMs: number;
  readonly againMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const JOBS = {
  letters: { everyMs: 15 * SECOND, againMs: 15 * SECOND },
  reminders: { everyMs: MINUTE, againMs: MINUTE },
  // A time stays held for so much longer at most.
  holds: { everyMs: 5 * SECOND, againMs: 5 * SECOND },
  "earlier-places": { everyMs: 5 * SECOND, againMs: 5 * SECOND },
  // Again soon: somebody may be waiting for a list.
  "wallet-lists": { everyMs: MINUTE, againMs: 5 * SECOND },
  sealing: { everyMs: MINUTE, againMs: 5 * SECOND },
  "partner-notices": { everyMs: 2 * SECOND, againMs: 2 * SECOND },
  "first-free-times": { everyMs: 5 * MINUTE, againMs: 30 * SECOND },
  // For a process that did not hear the notice of a ruling; again after an office that kept it waiting.
  rulings: { everyMs: MINUTE, againMs: SECOND },
  searches: { everyMs: 30 * SECOND, againMs: 30 * SECOND },
  // Processes of the older release may still write some.
  "search-words": { everyMs: HOUR, againMs: MINUTE },
  "stored-answers": { everyMs: HOUR, againMs: MINUTE },
  "missed-words": { everyMs: HOUR, againMs: MINUTE },
  // Days end at midnight.
  networks: { everyMs: HOUR, againMs: MINUTE },
  "old-notices": { everyMs: HOUR, againMs: 2 * SECOND },
  measures: { everyMs: 5 * MINUTE, againMs: 30 * SECOND },
  "open-data": { everyMs: HOUR, againMs: 10 * MINUTE },
  // Days end at midnight, and the ministry may choose a shorter period at any time.
  anonymizing: { everyMs: 5 * MINUTE, againMs: 30 * SECOND },
} as const satisfies Readonly<Record<string, Pace>>;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
