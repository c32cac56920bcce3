import { z } from "zod";
import { appointmentInList } from "../appointments/contract.ts";
import { personal } from "../platform/personal-data.ts";

/** Requests and responses of finding a person (circular §Β: «αναζήτηση ραντεβού με όνομα και επώνυμο»). Browser-safe. */

export const MAX_SEARCH = 100;
/** Less than this finds half the town. */
export const LEAST_LETTERS = 2;
export const LEAST_DIGITS = 4;

/** Never in an address: names would stay in histories and logs. */
export const searchRequest = z.strictObject({
  text: z
    .string()
    .describe(
      `Names in any spelling, the first or last digits of a telephone number, a reference or a tax number; at most ${MAX_SEARCH} characters`,
    ),
});

/** How a person was found: as written, as it sounds, or only nearly (a slip of the finger, the spouse's ending). */
export const MATCHES = ["written", "sound", "near"] as const;

export const foundPerson = personal(
  z.object({
    lastName: z.string(),
    firstName: z.string(),
    /** The business that the citizen represented, if any */
    business: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    match: z.enum(MATCHES),
    /** Live, neither over nor served nor missed, soonest first: the first is the next one */
    coming: z.array(appointmentInList),
    /** All others, latest first; the last twenty */
    past: z.array(appointmentInList),
  }),
);
export type FoundPerson = z.infer<typeof foundPerson>;

export const searchResponse = z.object({
  /** The search in Greek letters when it was typed in Latin ones */
  asGreek: z.string().nullable(),
  people: z.array(foundPerson),
  /** There are more than these: more letters narrow them down */
  isCut: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchResponse>;

export const namesakesRequest = z.strictObject({
  lastName: z.string(),
  firstName: z.string(),
  /** This one is the caller's own */
  except: z.uuid().optional(),
});

/** Appointments of the same name that are still to come, soonest first: a warning, never an obstacle. */
export const namesakesResponse = z.object({ appointments: z.array(appointmentInList) });
export type Namesakes = z.infer<typeof namesakesResponse>;
