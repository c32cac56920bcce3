import { measured } from "../doors/figures.ts";
import type { Rush } from "../rush-hour/rush.ts";
import type { Note } from "./note.ts";

/** Sixty visits at five counters by keys, with every screen open and watched by the clock. */
export async function rushAtCounters(note: Note): Promise<void> {
  const { isRight, figures } = await measured<Rush>("test/journeys/rush-hour.journey.ts", { RUSH: "full" });
  const { calls, seconds, plan = 0, wrong = [], onDisplays = [], onPhones = [], afterCuts = [] } = figures ?? {};
  note(
    isRight,
    "60 visits at five counters by keys, in three browsers and at two processes, each served for eight seconds " +
      `(${calls} calls in ${seconds} s, with the opening of all pages): two displays, the screen at the entrance and ten phones, two ` +
      "of them without a script; numbers, appointments, priority by law, people who leave and who do not come, others taken with a " +
      "reason; two clerks at one counter press at once, a display and a counter lose their cables for four seconds, a process is " +
      `killed: each call once on every screen and in the published order, nobody called to two counters, the doctor finds nothing; wrong: ${wrong.length}` +
      wrong.map((each) => `\n  - ${each}`).join(""),
  );
  note(
    isRight,
    `from just before the commit until it is read: displays ${spread(onDisplays)}, phones ${spread(onPhones)}; once a line ` +
      `that was cut is open again: ${spread(afterCuts)}`,
  );
  note(
    plan >= 0.6,
    `the plan of the fullest counter at 1366 × 768: never under ${(plan * 100).toFixed(0)} % of the window`,
  );
}

function spread(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0);
  return `${all.length} times, p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)} ms`;
}
