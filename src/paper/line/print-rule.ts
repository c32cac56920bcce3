import type { OperableOffice } from "../../identity/office-access.ts";
import { wholeOffice } from "../../offices/whole-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { slackMinutes } from "./line-sql.ts";

/** The rule of the line, for the wall. */
export interface RuleOnWall {
  readonly office: { readonly code: string; readonly name: string };
  readonly slackMinutes: number;
  /** In which it is written, Greek first */
  readonly languages: readonly CitizensLanguage[];
}

/** Of nobody: that it was printed is not recorded. */
export async function ruleOnWall(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<RuleOnWall> {
  const [minutes, { code, name, languages }] = await Promise.all([
    slackMinutes(tx, office.id),
    wholeOffice(tx, office, now),
  ]);
  return { office: { code, name }, slackMinutes: minutes, languages };
}
