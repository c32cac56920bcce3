import { useQuery } from "@tanstack/react-query";
import type { Office } from "../../offices/contract.ts";
import { ApiProblem } from "../../web/api.ts";
import { longDate } from "../../web/dates.ts";
import { NotFoundPage } from "../../web/pages/not-found-page.tsx";
import { preferences } from "../../web/preferences.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { LoadFailed } from "../../web/ui/load-failed.tsx";
import { Message } from "../../web/ui/message.tsx";
import type { Day } from "../contract.ts";
import { DayContent } from "./day-content.tsx";
import { DayHead } from "./day-head.tsx";
import { isDate } from "./day-search.ts";
import { PlanSkeleton } from "./plan-skeleton.tsx";
import { dayQuery, officeQuery } from "./queries.ts";
import { useDayAddress } from "./use-day-navigation.ts";
import "./plan.css";
import "./plan-cells.css";

/** The landing page of staff: the appointments of one day. */
export function DayPage() {
  const { office, date } = useDayAddress();
  return isDate(date) ? <DayOfOffice key={office} code={office} date={date} /> : <NotFoundPage />;
}

function DayOfOffice({ code, date }: { code: string; date: string }) {
  const t = useText();
  const { language } = useLanguage();
  const office = useQuery(officeQuery(code));
  // While another day is fetched, an open form keeps the day it was opened on.
  const day = useQuery({ ...dayQuery(code, date), placeholderData: (previous?: Day) => previous });
  const error = office.data ? day.error : office.error;
  if (isUnknown(error)) return <UnknownOffice code={code} />;
  if (office.data && day.data) {
    preferences.set("office", code);
    return <DayContent office={office.data} day={day.data} date={date} error={day.isPlaceholderData ? null : day.error} />;
  }
  return (
    <>
      <title>{`${t("plan.title")}, ${longDate(date, language)} | ${t("shell.appName")}`}</title>
      <DayHead date={date} today={null} />
      {error ? (
        <LoadFailed error={error} title={t("plan.failedTitle")} onRetry={() => (office.error ? office.refetch() : day.refetch())} />
      ) : (
        <PlanSkeleton />
      )}
    </>
  );
}

const isUnknown = (error: Error | null): boolean => error instanceof ApiProblem && [403, 404].includes(error.problem.status);
