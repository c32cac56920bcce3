import { longDate, numericDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Holiday, Holidays } from "../../contract.ts";
import { SweepLine } from "../sweep-line.tsx";
import type { HolidayWish } from "./holiday-dialog.tsx";

interface HolidayTableProps {
  readonly data: Holidays;
  readonly onWish: (wish: HolidayWish) => void;
}

export function HolidayTable({ data, onWish }: HolidayTableProps) {
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
        {data.holidays.map((holiday) => (
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
          <div className="group">
            <Button
              size="small"
              aria-label={t("ministry.change-of", { name })}
              onClick={() => onWish({ act: "change", holiday })}
            >
              <Icon name="edit" />
              {t("ministry.change")}
            </Button>
            <Button
              size="small"
              look="danger"
              aria-label={t("ministry.remove-of", { name })}
              onClick={() => onWish({ act: "remove", holiday })}
            >
              {t("ministry.remove")}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
