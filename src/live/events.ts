/** The language of the stream. Browser-safe, and without the schemas that a browser need not load. */

/** A page that fills a place in says so every 10 seconds; after 25 of silence the mark goes */
export const FILLING_REPEAT_MS = 10_000;
export const FILLING_EXPIRES_MS = 25_000;
/** The server says every 15 seconds that it is there; after 40 of silence a page takes it for gone */
export const BEAT_MS = 15_000;
export const SILENCE_MS = 40_000;

/** The names of the events and what each says. */
export interface LiveEvents {
  /** At once and every 15 seconds: the server's clock */
  readonly beat: {
    readonly date: string;
    readonly time: string;
    /** Milliseconds in which nothing of the office has changed, in the first one; null: it is not known */
    readonly quietMs?: number | null;
  };
  /** An appointment began, changed, moved or ended */
  readonly change: {
    readonly dates: readonly string[];
    readonly appointment: string;
    /** The employee's id; null: not the staff */
    readonly by: number | null;
  };
  /** Hours, queues, services or settings of the office have changed */
  readonly rules: Readonly<Record<string, never>>;
  /** An office has come further on its way into the platform: the own one; for the ministry, any */
  readonly onboarding: Readonly<Record<string, never>>;
  /** All places that others are filling in just now */
  readonly fillings: { readonly list: readonly FillingSeen[] };
  /** The server itself hears nothing at the moment; what follows in time is "resync" */
  readonly paused: Readonly<Record<string, never>>;
  /** Something may have been missed: ask for everything again */
  readonly resync: Readonly<Record<string, never>>;
}

/** The place that a colleague is filling in, before it is booked */
export interface PlaceBeingFilled {
  readonly date: string;
  readonly time: string;
  readonly queue: number;
  readonly minutes: number;
}

export interface FillingSeen {
  readonly name: string;
  readonly place: PlaceBeingFilled;
  /** In another window of the same person */
  readonly isOwn: boolean;
  /** They came to the very place that this desk fills in already: it is theirs to leave it */
  readonly isLater: boolean;
}

export const EVENT_NAMES = [
  "beat",
  "change",
  "rules",
  "onboarding",
  "fillings",
  "paused",
  "resync",
] as const satisfies readonly (keyof LiveEvents)[];
