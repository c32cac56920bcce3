import { useQuery } from "@tanstack/react-query";
import { memo, startTransition, useCallback, useEffect, useState } from "react";
import { pageIsThere } from "../../../kit/idle/after-page.ts";
import { whenIdle } from "../../../kit/idle/when-idle.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { NotFound } from "../../../kit/ui/not-found-page.tsx";
import { isUnknown, UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { useFilling } from "../../../live/ui/use-filling.ts";
import type { Day } from "../../contract.ts";
import { isDate } from "../day-search.ts";
import { dropLetters } from "../first-letters.ts";
import { NO_MARKS, type PlanMarks } from "../plan-marks.ts";
import { dayQuery, officeQuery } from "../queries.ts";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { useDayAddress } from "../use-day-navigation.ts";
import { WalkInButton } from "../waiting/walk-in-button.tsx";
import { DayContent } from "./day-content.tsx";
import { DayHead } from "./day-head.tsx";
import { DayPanel } from "./day-panel.tsx";
import { fetchParts } from "./fetch-parts.ts";
import "../plan/plan.css";
import "../plan/plan-foot.css";
import "../plan/plan-narrow.css";
import "../plan/plan-card.css";
import "../plan/plan-cells.css";
import "../plan/plan-live.css";
import "../plan/plan-phone.css";
import "./closed-banner.css";
import "../table/filters.css";

/** The landing page of staff: the appointments of one day, and beside them the panel of one appointment. */
export function DayPage() {
  const { office, date } = useDayAddress();
  if (!isDate(date)) return <NotFound />;
  return <DayOfOffice key={office} code={office} date={date} />;
}

function DayOfOffice({ code, date }: { code: string; date: string }) {
  const t = useText();
  const { search } = useDayAddress();
  const office = useQuery(officeQuery(code));
  const day = useQuery(dayQuery(code, date));
  const known = useLastKnown(day.data);
  const [marks, setMarks] = useState(NO_MARKS);
  // The plan may follow a little later, the fields may not.
  const markSoon = useCallback((next: PlanMarks) => startTransition(() => setMarks(next)), []);
  const isTable = search.view === "table";
  const isPanelOpen = search.panel !== undefined;
  useFilling(code, isPanelOpen ? marks.chosen : null);
  const isKnown = office.data !== undefined && day.data !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    return whenIdle(() => {
      pageIsThere();
      fetchParts();
    });
  }, [isKnown]);
  useEffect(() => dropLetters, []);
  const error = office.data ? day.error : office.error;
  if (isUnknown(error) && !known) return <UnknownOffice code={code} />;
  const retry = () => Promise.all([office.refetch(), day.refetch()]);
  return (
    <div className={classes("day-page", isTable && "day-page--table", isPanelOpen && "day-page--split")}>
      <DayHead
        date={date}
        today={known?.now.date ?? null}
        day={day.data}
        walkIn={<WalkInButton office={office.data} day={known} date={date} />}
      />
      <div className="day-page__body">
        <div className="day-page__main">
          {office.data && day.data && (
            <DayShown office={office.data} day={day.data} marks={isPanelOpen ? marks : NO_MARKS} />
          )}
          {!isKnown && error && (
            <LoadFailed error={error} title={t(isTable ? "table.failedTitle" : "plan.failedTitle")} onRetry={retry} />
          )}
          {!isKnown && !error && (isTable ? <TableSkeleton /> : <PlanSkeleton />)}
        </div>
        {office.data && known && isPanelOpen && <PanelBeside office={office.data} day={known} onMarks={markSoon} />}
      </div>
    </div>
  );
}

function PlanSkeleton() {
  const t = useText();
  return (
    <div className="plan-skeleton" role="status">
      <span className="visually-hidden">{t("plan.loading")}</span>
      {[1, 2, 3].map((column) => (
        <span key={column} />
      ))}
    </div>
  );
}

/** Neither is drawn anew because the other one changed. */
const DayShown = memo(DayContent);
const PanelBeside = memo(DayPanel);

/** While another day is being fetched, an open form goes on with the one it knows, and keeps what was typed. */
function useLastKnown(day: Day | undefined): Day | undefined {
  const [known, setKnown] = useState(day);
  if (day && day !== known) setKnown(day);
  return day ?? known;
}
