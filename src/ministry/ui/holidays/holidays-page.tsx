import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type RefObject, useState } from "react";
import { likelyToday } from "../../../kit/dates.ts";
import { useFocusOnChange } from "../../../kit/focus.ts";
import { useText } from "../../../kit/text.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { Holidays } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { holidaysQuery } from "../queries.ts";
import { HolidayDialog, type HolidayWish } from "./holiday-dialog.tsx";
import { HolidayTable } from "./holiday-table.tsx";
import { FIRST_YEAR, LAST_YEAR } from "./holidays-search.ts";
import { MissingHolidays } from "./missing-holidays.tsx";

const route = getRouteApi("/staff/ministry/holidays");

/** A year's holidays: computed, and as the ministry has corrected them. */
export function HolidaysPage() {
  const { year = Number(likelyToday().slice(0, 4)) } = route.useSearch();
  const headingRef = useFocusOnChange<HTMLHeadingElement>(String(year));
  return (
    <MinistryFrame section="holidays">
      <HolidaysSection key={year} year={year} headingRef={headingRef} />
    </MinistryFrame>
  );
}

interface OfYear {
  readonly year: number;
  /** Another year is heard */
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

function HolidaysSection({ year, headingRef }: OfYear) {
  const t = useText();
  const { data, error, refetch } = useQuery(holidaysQuery(year));
  const [wish, setWish] = useState<HolidayWish | null>(null);
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.holidays-hint")}</p>
        <Button look="primary" onClick={() => setWish({ act: "add" })}>
          <Icon name="plus" />
          {t("ministry.holiday-new")}
        </Button>
      </div>
      <YearLinks year={year} headingRef={headingRef} />
      {data && data.missing.length > 0 && <MissingHolidays data={data} onWish={setWish} />}
      {data && data.holidays.length > 0 && <HolidayTable data={data} onWish={setWish} />}
      {data?.holidays.length === 0 && (
        <Message title={t("ministry.holidays-empty-title")} text={t("ministry.holidays-empty", { year })} />
      )}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
      {wish && <HolidayDialog wish={latest(wish, data)} onClose={() => setWish(null)} />}
    </>
  );
}

/** As it is by now: a colleague may have changed it, which she is told, while what she typed stays. */
function latest(wish: HolidayWish, data: Holidays | undefined): HolidayWish {
  if (!("holiday" in wish)) return wish;
  const holiday = data?.holidays.find(({ date }) => date === wish.holiday.date) ?? wish.holiday;
  return { ...wish, holiday };
}

function YearLinks({ year, headingRef }: OfYear) {
  const t = useText();
  return (
    <div className="ministry__years">
      <h2 tabIndex={-1} ref={headingRef}>
        {t("ministry.holidays-list", { year })}
      </h2>
      <nav className="group" aria-label={t("ministry.year")}>
        {year > FIRST_YEAR && (
          <Link to="/ministry/holidays" search={{ year: year - 1 }} className={buttonClass("plain", "small")}>
            <Icon name="previous" />
            <span className="visually-hidden">{t("ministry.previous-year", { year: year - 1 })}</span>
            <span aria-hidden="true">{year - 1}</span>
          </Link>
        )}
        {year < LAST_YEAR && (
          <Link to="/ministry/holidays" search={{ year: year + 1 }} className={buttonClass("plain", "small")}>
            <span className="visually-hidden">{t("ministry.next-year", { year: year + 1 })}</span>
            <span aria-hidden="true">{year + 1}</span>
            <Icon name="next" />
          </Link>
        )}
      </nav>
    </div>
  );
}
