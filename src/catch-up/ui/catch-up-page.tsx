import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import type { Day } from "../../appointments/contract.ts";
import { isDate } from "../../appointments/ui/day-search.ts";
import { dayQuery, officeQuery } from "../../appointments/ui/queries.ts";
import { longDate } from "../../kit/dates.ts";
import { FoundNote } from "../../kit/form/found-note.tsx";
import { useDraftNotice } from "../../kit/form/use-draft-notice.ts";
import { useOwnOffice } from "../../kit/me.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { NotFound } from "../../kit/ui/not-found-page.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { Office } from "../../offices/contract.ts";
import type { Text } from "../../text/text.ts";
import { CatchUpFoot } from "./catch-up-foot.tsx";
import type { CatchUpSearch } from "./catch-up-search.ts";
import { RowsSelect } from "./rows-select.tsx";
import { firstToTick, rowsShown, spanShown } from "./sheet-rows.ts";
import { SheetTable } from "./sheet-table.tsx";
import { Tally } from "./tally.tsx";
import { sheetForm } from "./typed.ts";
import { focusSheetRow, useCatchUp } from "./use-catch-up.ts";
import { WalkIns } from "./walk-ins.tsx";
import "./catch-up.css";

const route = getRouteApi("/staff/offices/$office/days/$date/catch-up");

/** «Ενημέρωση από το χαρτί»: what was noted on the printed sheet of a day while there was no connection. */
export function CatchUpPage() {
  const { office, date } = route.useParams();
  const search = route.useSearch();
  const own = useOwnOffice(office);
  if (!isDate(date)) return <NotFound />;
  if (!own) return <UnknownOffice code={office} />;
  return <CatchUpOfDay key={`${office} ${date}`} code={office} date={date} search={search} />;
}

interface OfDay {
  readonly code: string;
  readonly date: string;
  readonly search: CatchUpSearch;
}

function CatchUpOfDay({ code, date, search }: OfDay) {
  const t = useText();
  const { language } = useLanguage();
  const office = useQuery(officeQuery(code));
  const day = useQuery(dayQuery(code, date));
  const error = office.error ?? day.error;
  const isKnown = office.data !== undefined && day.data !== undefined;
  const retry = () => Promise.all([office.refetch(), day.refetch()]);
  return (
    <div className="catch-up">
      <title>{`${t("catchUp.title-of-day", { day: longDate(date, language) })} | ${t("shell.appName")}`}</title>
      <PageHead
        kicker={
          <Link to="/offices/$office/days/$date" params={{ office: code, date }} search={{}}>
            {longDate(date, language)}
          </Link>
        }
        title={t("shell.catchUp")}
      >
        {day.data && day.data.date <= day.data.now.date && (
          <>
            <p className="catch-up__intro">{introOf(search, t)}</p>
            <RowsSelect office={code} day={day.data} search={search} />
          </>
        )}
      </PageHead>
      {office.data && day.data && <Sheet office={office.data} day={day.data} search={search} />}
      {!isKnown && error && <LoadFailed error={error} title={t("catchUp.failed")} onRetry={retry} />}
      {!isKnown && !error && <p role="status">{t("catchUp.loading")}</p>}
    </div>
  );
}

const introOf = ({ from, to }: CatchUpSearch, t: Text): string =>
  from && to ? t("catchUp.intro-outage", { from, to }) : t("catchUp.intro");

function Sheet({ office, day, search }: { office: Office; day: Day; search: CatchUpSearch }) {
  const work = useCatchUp(office, day, spanShown(rowsShown(search, day), search, day));
  useDraftNotice([sheetForm(day.date)], office.code);
  const begin = useEffectEvent(() => focusSheetRow(firstToTick(work.rows, day)));
  useEffect(() => begin(), []);
  if (day.date > day.now.date) return <DayToCome office={office.code} today={day.now.date} />;
  return (
    <form
      ref={work.form.ref}
      noValidate
      className="catch-up__form"
      // Only the button records: Enter in a row or a field does not.
      onKeyDown={(event) => event.key === "Enter" && event.target instanceof HTMLInputElement && event.preventDefault()}
      onSubmit={(event) => {
        event.preventDefault();
        work.submit();
      }}
    >
      <FoundNote form={work.form} />
      <div className="catch-up__columns">
        <SheetTable office={office} work={work} />
        <div className="catch-up__aside">
          <WalkIns office={office} work={work} />
          <Tally counts={work.counts} />
        </div>
      </div>
      <CatchUpFoot work={work} />
    </form>
  );
}

function DayToCome({ office, today }: { office: string; today: string }) {
  const t = useText();
  return (
    <Message title={t("catchUp.to-come")} text={t("catchUp.to-come-text")}>
      <Link
        className={buttonClass("primary")}
        to="/offices/$office/days/$date"
        params={{ office, date: today }}
        search={{}}
      >
        {t("live.toToday")}
      </Link>
    </Message>
  );
}
