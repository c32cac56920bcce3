import { minuteOf } from "../../../../kit/dates.ts";
import type { Text } from "../../../../text/text.ts";
import type { Moment } from "../../../acts.ts";

/** "10′ αργότερα", "1 ώρα και 15′ νωρίτερα"; empty on another day. */
export function gapPhrase(from: Moment, to: Moment, t: Text): string {
  const minutes = minuteOf(to.time) - minuteOf(from.time);
  if (from.date !== to.date || minutes === 0) return "";
  const span = spanPhrase(Math.abs(minutes), t);
  return minutes > 0 ? t("panel.later", { span }) : t("panel.earlier", { span });
}

function spanPhrase(minutes: number, t: Text): string {
  const hours = t("panel.span-hours", { count: Math.floor(minutes / 60) });
  const rest = t("panel.span-minutes", { minutes: minutes % 60 });
  if (minutes < 60) return rest;
  return minutes % 60 === 0 ? hours : t("panel.span-both", { hours, minutes: rest });
}
