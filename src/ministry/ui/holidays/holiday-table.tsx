import { longDate, numericDate } from "../../../kit/dates.ts";
import { Space, useLanguage, useText } from "../../../kit/text.tsx";
import type { Holiday, Holidays } from "../../contract.ts";
import { RowActs } from "../row-acts.tsx";
import { SweepLine } from "../sweep-line.tsx";
import type { HolidayWish } from "./holiday-dialog.tsx";

interface HolidayTableProps {
  readonly data: Holidays;
  readonly onWish: (wish: HolidayWish) => void;
}

/** Those to come first; of a year that runs, those that are over wait below until they are asked for. */
export function HolidayTable({ data, onWish }: HolidayTableProps) {
  const t = useText();
  const over = data.holidays.filter(({ date }) => date < data.now.date);
  const coming = data.holidays.filter(({ date }) => date >= data.now.date);
  if (over.length === 0 || coming.length === 0) return <Rows data={data} holidays={data.holidays} onWish={onWish} />;
  return (
    <>
      <Rows data={data} holidays={coming} onWish={onWish} />
      <details className="ministry__over">
        <summary>{t("ministry.holidays-over", { count: over.length })}</summary>
        <Rows data={data} holidays={over} onWish={onWish} />
      </details>
    </>
  );
}

function Rows({ data, holidays, onWish }: HolidayTableProps & { readonly holidays: readonly Holiday[] }) {
  const t = useText();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.holidays-list", { year: data.year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.holiday-date")}</th>
          <th scope="col">{t("ministry.holiday-name")}</th>
          <th scope="col">{t("ministry.holiday-closes")}</th>
          <th scope="col">{t("ministry.holiday-origin")}</th>
          <th scope="col">{t("ministry.change")}</th>
        </tr>
      </thead>
      <tbody>
        {holidays.map((holiday) => (
          <Row key={holiday.date} holiday={holiday} isOver={holiday.date < data.now.date} onWish={onWish} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<HolidayTableProps, "onWish"> {
  readonly holiday: Holiday;
  readonly isOver: boolean;
}

function Row({ holiday, isOver, onWish }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { date, name, nameEn, closedFrom, origin, defaultDate, sweep } = holiday;
  return (
    <tr className={isOver ? "is-over" : undefined}>
      <th scope="row">{longDate(date, language)}</th>
      <td>
        {language === "en" ? nameEn : name}
        <Space />
        <span className="hint ministry__by">{language === "en" ? name : nameEn}</span>
      </td>
      <td>
        {closedFrom === "00:00" ? t("ministry.closed-all-day") : t("ministry.closed-from-time", { time: closedFrom })}
      </td>
      <td>
        <span className={origin === "default" ? undefined : "badge badge--navy"}>
          {t(`ministry.origin-${origin}`, { date: defaultDate ? numericDate(defaultDate) : "" })}
        </span>
        {sweep && (
          <div>
            <SweepLine sweep={sweep} />
          </div>
        )}
      </td>
      <td>
        {isOver ? (
          <span className="hint">{t("ministry.holiday-over")}</span>
        ) : (
          <RowActs
            name={name}
            onChange={() => onWish({ act: "change", holiday })}
            onRemove={() => onWish({ act: "remove", holiday })}
          />
        )}
      </td>
    </tr>
  );
}
