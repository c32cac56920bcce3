import type { PartnerTrouble } from "../../partners/accredit/pause.ts";
import type { CommandCall } from "../command.ts";
import { visible } from "../terminal.ts";
import { countText, momentText } from "./formats.ts";

/** Of a partner's system that is not told of its appointments: since when, and what to say to pause it or to have it go on. */
export function explainPartner(
  { terminal, text, language }: CommandCall,
  { name, is, since, waiting }: PartnerTrouble,
  now: Temporal.Instant,
): void {
  const shown = visible(name);
  terminal.out(`\n${text(`command.partner.heading-${is}`, { name: shown })}`);
  const values = { since: momentText(since, now), count: waiting, n: countText(waiting, language) };
  terminal.out(
    `  ${text(`command.partner.${is}-since`, { since: values.since })} ${text("command.partner.waiting", values)}`,
  );
  terminal.out(`  → ${text(`command.partner.next-${is}`, { name: quoted(shown) })}`);
}

/** As a shell reads it, whatever is in it */
const quoted = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;
