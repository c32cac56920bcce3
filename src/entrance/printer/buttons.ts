import { ruleInWords } from "../../appointments/line/rule-in-words.ts";
import type { ServiceGroup } from "../../catalogue/service-groups.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { withoutLanguages } from "../../text/foreign.ts";
import { lineNow } from "../../waiting/place/line-now.ts";
import { whyFull } from "../instead/ways-out.ts";
import { offeredGroups } from "../number/number-sql.ts";
import { fullDay } from "../number/room.ts";
import type { PrinterCaller } from "./caller.ts";
import { closedReason } from "./closed.ts";
import type { PrinterGroups } from "./contract.ts";
import { existingTerms } from "./printer-sql.ts";

/** What a printer's buttons say now. @throws Refusal 401 for a printer that was removed */
export async function buttonsOf(
  tx: Read,
  { office, id }: PrinterCaller,
  readers: readonly PageReader[],
  now: Temporal.Instant,
): Promise<PrinterGroups> {
  const terms = await existingTerms(tx, office.id, id);
  const [groups, line, full] = await Promise.all([
    offeredGroups(tx, office.id),
    lineNow(tx, office, dateOf(now)),
    fullDay(tx, office, now),
  ]);
  const waiting = line.waiting.length;
  const closed = closedReason(terms) ?? (full && "day-full");
  const names: ServiceGroup[] = [...groups.map(({ name }) => name), "other"];
  const whyIn = (reader: PageReader): string | null => {
    const { t } = reader;
    if (closed === null) return null;
    if (closed === "numbers-off") return t("entrance.no-text");
    if (closed === "paper-out" || !full) return `${t("entrance.trouble")}. ${t("entrance.ask")}`;
    return `${t("entrance.full")}. ${whyFull({ waiting, until: full.until }, reader)}`;
  };
  return {
    office: office.name,
    closed,
    waiting,
    languages: readers.map((reader) => {
      const { language, dir: direction, t } = reader;
      const why = whyIn(reader);
      return {
        language,
        direction,
        question: t("entrance.need"),
        buttons: names.map((group) => ({ group, text: t(`entrance.group-${group}`) })),
        rule: ruleInWords(line.terms.slackMinutes, t),
        statutory: t("entrance.statutory"),
        closed: why && withoutLanguages(why),
      };
    }),
  };
}
