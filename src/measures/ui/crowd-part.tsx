import { Link } from "@tanstack/react-router";
import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { shortDate } from "../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import type { Language, Text } from "../../text/text.ts";
import type { HowItWent } from "../contract.ts";
import { CrowdPicture } from "./crowd-picture.tsx";
import { crowdTables, markSign, ruleMarkWords } from "./tables/crowd-tables.ts";

interface CrowdPartProps {
  /** null: who looks can't say how many seats there are */
  readonly office: string | null;
  readonly went: HowItWent;
  readonly view: FigureView;
}

/** How many waited at once on each day, against the seats, and where rules changed meanwhile. */
export function CrowdPart({ office, went, view }: CrowdPartProps) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const finding = crowdFinding(went, t, n, language);
  return (
    <ChartFigure
      title={t("went.crowd")}
      hint={t(went.seats ? "went.crowd-hint-seats" : "went.crowd-hint")}
      view={view}
      tables={crowdTables(went, t, language)}
      finding={finding}
      place="went__crowd"
    >
      <CrowdPicture went={went} finding={finding} />
      {!went.seats && office && (
        <p>
          {t("went.seats-unsaid")}{" "}
          <Link to="/offices/$office/settings" params={{ office }} search={{ tab: "line" }}>
            {t("went.seats-say")}
          </Link>
        </p>
      )}
      {went.changes.length > 0 && (
        <ol className="went__marks">
          {went.changes.map((change, index) => (
            <li key={`${change.date} ${change.kind} ${change.name}`}>
              <b>{markSign(index)}</b> {shortDate(change.date, language)}: {ruleMarkWords(change, t)}
            </li>
          ))}
        </ol>
      )}
    </ChartFigure>
  );
}

function crowdFinding(went: HowItWent, t: Text, n: (value: number) => string, language: Language): string {
  const { peaks, seats } = went;
  const [most] = peaks.toSorted((a, b) => b.most - a.most);
  if (!most || most.most === 0) return t("went.nobody-waited");
  const day = t("went.crowd-most", { count: most.most, n: n(most.most), day: shortDate(most.date, language) });
  if (!seats) return day;
  const { median, count } = seats.above;
  const above = { count, days: n(peaks.length), seats: n(seats.count) };
  const times =
    median === null ? t("went.seats-enough", above) : t("went.seats-above", { ...above, minutes: n(median) });
  return `${times} ${day}`;
}
