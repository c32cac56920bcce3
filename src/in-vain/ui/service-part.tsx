import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import { CsvButton } from "../../kit/charts/csv-button.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { serviceLabels } from "../../ministry/ui/catalogue/service-labels.ts";
import type { Text } from "../../text/text.ts";
import type { InVainService } from "../contract.ts";
import { toTenth } from "./per-hundred.ts";
import { inVainServiceQuery } from "./queries.ts";
import { Sentences } from "./sentences.tsx";
import { papersTable, weeksTable } from "./service-tables.ts";
import { WeeksPart } from "./weeks-part.tsx";

interface ServicePartProps {
  readonly code: string;
  readonly view: FigureView;
}

/** One service: our sentence before and after, what became of the rate, and which paper was missing. */
export function ServicePart({ code, view }: ServicePartProps) {
  const t = useText();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(inVainServiceQuery(code));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  const name = language === "en" ? data.nameEn : data.name;
  return (
    <>
      <section className="sheet vain" aria-label={name}>
        <div className="ministry__head">
          <h2>{name}</h2>
          <Link className={buttonClass("primary")} to="/ministry/services" search={{ service: code }}>
            {t("vain.change-words")}
          </Link>
        </div>
        <Sentences {...data} />
        {data.change && <p className="hint">{otherChanges(data.change.others, t)}</p>}
        {!data.isEnough && <p className="note">{t("vain.few")}</p>}
      </section>
      {data.isEnough && <Findings service={data} view={view} />}
    </>
  );
}

function otherChanges(fields: readonly string[], t: ReturnType<typeof useText>): string {
  const labels = serviceLabels(t);
  const what = fields.map((field) => labels[field] ?? field).join(", ");
  return what === "" ? t("vain.no-other-change") : t("vain.other-change", { what });
}

function Findings({ service, view }: { readonly service: InVainService; readonly view: FigureView }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const { code, before, after } = service;
  const [weeks, papers] = [weeksTable(service, t, language), papersTable(service, t)];
  const isRising = before !== null && notSaidRate(after) > notSaidRate(before);
  return (
    <>
      <div className="vain__findings">
        <WeeksPart service={service} table={weeks} view={view} />
        <ChartFigure
          title={papers.title}
          view="tables"
          tables={[papers]}
          finding={
            <>
              {isRising && <b>{t("vain.still-missing", { count: after.notSaid })} </b>}
              {before && otherReasons(before, after, t, n)}
            </>
          }
        />
      </div>
      <div className="group">
        <CsvButton name={`in-vain-${code}`} tables={[weeks, papers]} />
      </div>
    </>
  );
}

type Part = InVainService["after"];

/** What a sentence about papers does not change, for comparison: of a hundred visits. */
function otherReasons(before: Part, after: Part, t: Text, n: (value: number) => string): string | null {
  if (before.visits === 0 || after.visits === 0) return null;
  const per = (part: Part, reason: "elsewhere" | "needless") => n(toTenth((100 * part[reason]) / part.visits));
  return t("vain.other-reasons", {
    elsewhereBefore: per(before, "elsewhere"),
    elsewhereAfter: per(after, "elsewhere"),
    needlessBefore: per(before, "needless"),
    needlessAfter: per(after, "needless"),
  });
}

/** Each of a visit: something that our words lack. */
const notSaidRate = ({ notSaid, visits }: InVainService["after"]): number => notSaid / Math.max(1, visits);
