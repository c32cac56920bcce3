import { ChartFigure } from "../../../kit/charts/chart-figure.tsx";
import { ChartPlot } from "../../../kit/charts/chart-plot.tsx";
import type { FigureView } from "../../../kit/charts/figures-search.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { FunnelDrawing } from "./funnel-drawing.tsx";
import { funnelLayout } from "./funnel-layout.ts";
import { funnelTable } from "./national-tables.ts";
import { percentText } from "./percent-text.ts";

interface FunnelPartProps {
  readonly figures: HowOfficesDo;
  readonly view: FigureView;
}

/** Each point an office: to the left, with few visits, chance plays more, and so the limits open. */
export function FunnelPart({ figures: { funnel }, view }: FunnelPartProps) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const { measure, centre, inside, outside, spread } = funnel;
  const isAny = centre.of > 0;
  const finding = isAny ? findingOf(funnel, t) : t("nation.nothing-of-size");
  const layout = funnelLayout(funnel);
  return (
    <ChartFigure
      title={t(`nation.funnel-${measure}`)}
      hint={t("nation.method", { offices: inside.length + outside.length })}
      view={view}
      tables={isAny ? [funnelTable(funnel, t, language)] : []}
      finding={
        <>
          {finding} {spread > 1 && t("nation.spread", { times: n(Math.round(spread * 10) / 10) })}
        </>
      }
    >
      {layout && (
        <ChartPlot
          finding={finding}
          height={340}
          space={{ top: 12, right: 24 }}
          x={{ ...layout.x, nameOf: n }}
          y={{ ...layout.y, nameOf: (share) => percentText(share, language) }}
        >
          {(area) => <FunnelDrawing funnel={funnel} layout={layout} area={area} />}
        </ChartPlot>
      )}
      {layout && <p className="hint nation__below">{t(`nation.funnel-of-${measure}`)}</p>}
    </ChartFigure>
  );
}

function findingOf({ inside, outside }: HowOfficesDo["funnel"], t: Text): string {
  const all = inside.length + outside.length;
  const words = t("nation.inside", { inside: inside.length, all });
  if (outside.length === 0) return `${words} ${t("nation.nobody-outside")}`;
  const below = outside.filter(({ side }) => side === "below").length;
  const names = outside.map(({ name, side }) => `${name} ${t(`nation.side-${side}`)}`).join(", ");
  return `${words} ${t("nation.outside", { below, above: outside.length - below })} ${names}.`;
}
