import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { isDate } from "../../../appointments/ui/day-search.ts";
import { officeQuery, weeksQuery } from "../../../appointments/ui/queries.ts";
import { useMe } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { NotFound } from "../../../kit/ui/not-found-page.tsx";
import { isUnknown, UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { mondayOf } from "../../../kit/weeks-range.ts";
import { chosenService } from "../chosen-service.ts";
import { CoverageSection } from "../coverage/coverage-section.tsx";
import { NoService } from "../no-service.tsx";
import { NextFree } from "./next-free.tsx";
import { useWeeksAddress } from "./weeks-address.ts";
import { WeeksGrid } from "./weeks-grid.tsx";
import { WeeksHead } from "./weeks-head.tsx";
import "./weeks.css";

/** «Πότε έχετε χώρο;»: four weeks of an office, in visits of one service. */
export function WeeksPage() {
  const { office, week } = useWeeksAddress();
  return isDate(week) ? <WeeksOfOffice key={office} code={office} monday={mondayOf(week)} /> : <NotFound />;
}

function WeeksOfOffice({ code, monday }: { code: string; monday: string }) {
  const t = useText();
  const { search } = useWeeksAddress();
  const office = useQuery(officeQuery(code));
  const service = office.data && chosenService(office.data, search.service);
  const weeks = useQuery({
    ...weeksQuery(code, monday, service?.code ?? ""),
    enabled: service !== undefined,
    placeholderData: keepPreviousData,
  });
  const isHead = useMe().offices.some((own) => own.code === code && own.roles.includes("administrator"));
  const error = office.data ? weeks.error : office.error;
  if (isUnknown(error)) return <UnknownOffice code={code} />;
  const retry = () => (office.data ? weeks.refetch() : office.refetch());
  const isEmpty = office.data !== undefined && service === undefined;
  return (
    <>
      <WeeksHead monday={monday} today={weeks.data?.now.date ?? null} office={office.data} service={service} />
      {office.data && !service && <NoService office={office.data} />}
      {office.data && service && weeks.data && (
        <>
          <NextFree office={code} lead={office.data.leadMinutes} service={service} weeks={weeks.data} />
          <WeeksGrid
            office={office.data}
            service={service}
            weeks={weeks.data}
            monday={monday}
            isStale={weeks.isPlaceholderData}
          />
        </>
      )}
      {isHead && <CoverageSection office={code} monday={monday} />}
      {!weeks.data && error && <LoadFailed error={error} title={t("overview.failedTitle")} onRetry={retry} />}
      {!weeks.data && !error && !isEmpty && (
        <p className="weeks__loading sheet" role="status">
          {t("overview.loading")}
        </p>
      )}
    </>
  );
}
