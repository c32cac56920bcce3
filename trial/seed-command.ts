import { type Command, share, wholeNumber } from "../src/cli/command.ts";
import { progressBar } from "../src/cli/progress-bar.ts";
import { withOwner } from "../src/cli/with-owner.ts";
import { systemClock } from "../src/platform/time.ts";
import type { Text } from "../src/text/text.ts";
import { seedDemo } from "./seed/seed-demo.ts";
import { withTrialStaff } from "./trial-staff.ts";

export const seedCommand: Command = {
  files: 0,
  options: { offices: wholeNumber(0, 4000), days: wholeNumber(1, 2000), fill: share, seed: wholeNumber(0, 2 ** 31) },
  run: (call) =>
    withOwner(call, async (db, app) => {
      const { terminal, text, options, config } = call;
      const bar = progressBar(terminal, text("command.answers.seeding"), timeLeftIn(text));
      const wish = { ...options, now: systemClock(), onProgress: bar.show };
      const seeding = withTrialStaff(config, app, (staffOf) => seedDemo(db, { ...wish, staffOf }));
      const seeded = await seeding.finally(bar.clear);
      if (seeded?.offices) terminal.out(text("command.answers.seed-done", { ...seeded }));
      else terminal.out(text(seeded ? "command.answers.seed-nothing" : "command.answers.seed-refused"));
      return seeded ? 0 : 1;
    }),
};

const timeLeftIn =
  (text: Text) =>
  (seconds: number): string =>
    seconds < 60
      ? text("command.answers.under-a-minute-left")
      : text("command.answers.minutes-left", { count: Math.ceil(seconds / 60) });
