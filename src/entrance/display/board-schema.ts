import { z } from "zod";

/**
 * What a display receives, and all of it: numbers, counters, and how to get there. It has no field for a person or a
 * service, and is strict, so that none leaves by mistake.
 */

const boardCall = z.strictObject({
  key: z.string().describe("The same when it is called again"),
  at: z.int().describe("When, in milliseconds since 1970"),
  number: z.string().describe("«Β 117»"),
  counter: z.int(),
  arrow: z.enum(["left", "ahead", "right"]).nullable(),
  way: z.string().describe("«δεξιά, », or empty: of the arrow, for whoever does not see it"),
  words: z.string().describe("«Β 117, θυρίδα 3, δεξιά»: for a screen reader"),
  speech: z.string().describe("«Βήτα εκατόν δεκαεπτά, θυρίδα τρία»: to be spoken"),
});
export type BoardCall = z.infer<typeof boardCall>;

export const board = z.strictObject({
  now: z.int().describe("On the server's clock, in milliseconds since 1970"),
  time: z.string().describe("The same in Athens: «10:42»"),
  office: z.string(),
  rule: z.string().describe("By which everybody is served in turn, with the office's minutes"),
  release: z.string().describe("Another than the page's own: it is loaded anew"),
  calls: z.array(boardCall).describe("The latest first"),
});
export type Board = z.infer<typeof board>;

/** The server speaks so often to each display; after ten seconds of silence a display shows no number. */
export const DISPLAY_BEAT_MS = 2_500;
/** Those that are shown, and those that wait for their turn to be the large one */
export const MOST_CALLS = 15;
