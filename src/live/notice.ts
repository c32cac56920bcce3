import { z } from "zod";
import { employeeNotice } from "../identity/employee-notice.ts";
import { JOB_NAMES } from "../platform/jobs/jobs.ts";
import { placeBeingFilled } from "./contract.ts";

/** The notices that processes send each other; short, for PostgreSQL carries at most 8,000 bytes. */

const change = z.object({
  kind: z.literal("change"),
  office: z.int(),
  dates: z.array(z.iso.date()).max(2),
  appointment: z.uuid(),
  by: z.int().nullable(),
});
const rules = z.object({ kind: z.literal("rules"), office: z.int() });
/** The ministry has ruled for many offices: the sweep that takes it to each may begin (ministry/sweep.ts). */
const ruling = z.object({ kind: z.literal("ruling") });
/** One has been planned that may leave at once: the sender need not wait for its next round (mail/deliver.ts). */
const letter = z.object({ kind: z.literal("letter") });
/** The operator wants a job done now, and not by the clock. */
const job = z.object({ kind: z.literal("job"), job: z.enum(JOB_NAMES) });
/** An office has come further on its way into the platform. */
const onboarding = z.object({ kind: z.literal("onboarding"), office: z.int() });
const filling = z.object({
  kind: z.literal("filling"),
  office: z.int(),
  employee: z.int(),
  name: z.string(),
  desk: z.string(),
  place: placeBeingFilled.nullable(),
});
/** Of an office's e-mails others are under way than were, or others did not arrive; no desk is told of it. */
const mails = z.object({ kind: z.literal("mails"), office: z.int() });
const notice = z.discriminatedUnion("kind", [
  change,
  rules,
  ruling,
  letter,
  mails,
  job,
  employeeNotice,
  onboarding,
  filling,
]);

export type Notice = z.infer<typeof notice>;
export type Change = z.infer<typeof change>;
export type Filling = z.infer<typeof filling>;

export const noticeText = (value: Notice): string => JSON.stringify(value);

/** Null for what no version of ours says. */
export function noticeIn(payload: string): Notice | null {
  try {
    return notice.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
