import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { ShareBars } from "../../kit/charts/share-bars.tsx";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent, Share } from "../contract.ts";
import { leadName, noShowTables } from "./tables/no-show-tables.ts";
import { percentOf } from "./tables/percent.ts";

/** Who had an appointment and did not come: by how long before it was booked, and by which way. */
export function NoShowsPart({ went, view }: { went: HowItWent; view: FigureView }) {
  const t = useText();
  const n = useNumbers();
  const { all, byLead, byChannel, unresolved } = went.noShows;
  const percent = percentOf(all);
  const bar = (name: string, share: Share) => ({
    name,
    percent: percentOf(share),
    of: t("went.of", { part: n(share.count), of: n(share.of) }),
  });
  return (
    <ChartFigure
      title={t("went.no-shows")}
      view={view}
      tables={percent === null ? [] : noShowTables(went, t)}
      isHint={went.reliability !== "reliable"}
      place="went__no-shows"
      finding={
        <>
          {percent === null
            ? t("went.no-shows-none")
            : t("went.no-shows-all", { part: n(all.count), of: n(all.of), percent })}{" "}
          {unresolved > 0 && t("went.no-shows-unresolved", { count: unresolved, n: n(unresolved) })}
        </>
      }
    >
      {percent !== null && (
        <>
          <ShareBars caption={t("went.no-shows-by-lead")} rows={byLead.map((band) => bar(leadName(band, t), band))} />
          <ShareBars
            caption={t("went.no-shows-by-channel")}
            rows={byChannel.map(({ channel, ...share }) => bar(t(`plan.channel-${channel}`), share))}
          />
        </>
      )}
    </ChartFigure>
  );
}
