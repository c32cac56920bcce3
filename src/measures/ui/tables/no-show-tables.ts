import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import type { Text } from "../../../text/text.ts";
import type { HowItWent, Share } from "../../contract.ts";
import { percentOf } from "./percent.ts";

/** Who had an appointment and did not come: by how long before it was booked, and by which way. */
export function noShowTables({ noShows }: HowItWent, t: Text): [byLead: FigureTable, byChannel: FigureTable] {
  const columns = (first: string) => [first, t("went.share"), t("went.no-shows"), t("went.appointments")];
  const row = (name: string, share: Share) => [name, percentOf(share) ?? "", share.count, share.of];
  return [
    {
      title: t("went.no-shows-by-lead"),
      columns: columns(t("went.lead")),
      rows: noShows.byLead.map((band) => row(leadName(band, t), band)),
    },
    {
      title: t("went.no-shows-by-channel"),
      columns: columns(t("went.channel")),
      rows: noShows.byChannel.map(({ channel, ...share }) => row(t(`plan.channel-${channel}`), share)),
    },
  ];
}

/** «8 έως 14 ημέρες» */
export function leadName({ from, to }: HowItWent["noShows"]["byLead"][number], t: Text): string {
  if (to === null) return t("went.lead-from", { from });
  return to === 0 ? t("went.lead-same-day") : t("went.lead-days", { from, to });
}
