import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { dayOfMonth, numericDate } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Coverage } from "../../contract.ts";
import { coverageQuery } from "../queries.ts";
import { ClosedDays, Gaps, ToDo } from "./coverage-lists.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import "./coverage.css";

/** Under the weeks, for the head alone: how full the queues are, where service has gaps, and what is still to do. */
export function CoverageSection({ office, monday }: { office: string; monday: string }) {
  const t = useText();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...coverageQuery(office, monday),
    placeholderData: keepPreviousData,
  });
  if (data) return <Shown office={office} coverage={data} isStale={isPlaceholderData} />;
  if (error) return <LoadFailed error={error} title={t("overview.coverage-failed")} onRetry={() => refetch()} />;
  return (
    <p className="weeks__loading sheet" role="status">
      {t("overview.coverage-loading")}
    </p>
  );
}

interface ShownProps {
  readonly office: string;
  readonly coverage: Coverage;
  readonly isStale: boolean;
}

function Shown({ office, coverage, isStale }: ShownProps) {
  const t = useText();
  const headingId = useId();
  const { days, queues, gaps, closed } = coverage;
  if (!days) return <p className="coverage__past hint">{t("overview.coverage-past")}</p>;
  return (
    <section className="coverage sheet" aria-labelledby={headingId} aria-busy={isStale}>
      <div>
        <h2 id={headingId}>{t("overview.coverage", { from: dayOfMonth(days.from), to: numericDate(days.to) })}</h2>
        <p className="hint">{t("overview.coverage-text")}</p>
      </div>
      <CoverageTable queues={queues} />
      <div className="coverage__lists">
        <Gaps office={office} gaps={gaps} queues={queues} />
        <ClosedDays office={office} closed={closed} />
        <ToDo office={office} />
      </div>
    </section>
  );
}
