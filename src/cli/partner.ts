import { type PauseAnswer, pausePartner, resumePartner } from "../partners/accredit/pause.ts";
import { ACROSS_OFFICES } from "../platform/database/sql.ts";
import { systemClock } from "../platform/time.ts";
import type { Command } from "./command.ts";
import { countText } from "./jobs/formats.ts";
import { visible } from "./terminal.ts";
import { withOwner } from "./with-owner.ts";

const switchCommand = (act: "pause" | "resume", acting: typeof pausePartner): Command => ({
  files: 1,
  operand: "one-partner",
  run: (call) =>
    withOwner(call, async (db) => {
      const { terminal, text, language } = call;
      const name = String(call.files[0]);
      const answer: PauseAnswer = await db.write(ACROSS_OFFICES, (tx) => acting(tx, name, systemClock()));
      if (answer.is === "unknown") {
        const names = answer.names.map((known) => `«${visible(known)}»`).join(", ") || "–";
        terminal.err(text("command.partner.unknown", { name: visible(name), names }));
        return 1;
      }
      const { is, waiting } = answer;
      terminal.out(text(`command.partner.${act}-${is}`, { name: visible(name) }));
      if (waiting > 0)
        terminal.out(text("command.partner.waiting", { count: waiting, n: countText(waiting, language) }));
      return 0;
    }),
});

/** What a partner's system asks is refused, and its notices wait, until it is resumed. */
export const pausePartnerCommand = switchCommand("pause", pausePartner);
export const resumePartnerCommand = switchCommand("resume", resumePartner);
