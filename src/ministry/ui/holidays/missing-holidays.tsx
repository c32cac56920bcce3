import { longDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Holidays, MissingHoliday } from "../../contract.ts";
import type { HolidayWish } from "./holiday-dialog.tsx";

interface MissingHolidaysProps {
  readonly data: Holidays;
  readonly onWish: (wish: HolidayWish) => void;
}

/** Computed ones that are not there, each with the way to bring it back, or to another date. */
export function MissingHolidays({ data, onWish }: MissingHolidaysProps) {
  const t = useText();
  const { language } = useLanguage();
  const sentence = ({ date, name, nameEn, why, coincidesWith }: MissingHoliday) =>
    t(`ministry.missing-${why}`, {
      name: language === "en" ? nameEn : name,
      date: longDate(date, language),
      other: coincidesWith ?? "",
    });
  return (
    <section className="note note--warn ministry__missing" aria-labelledby="ministry-missing">
      <h3 id="ministry-missing">{t("ministry.missing-title")}</h3>
      <ul>
        {data.missing.map((missing) => {
          const { date, name, why } = missing;
          const word = why === "coincides" ? "ministry.holiday-move" : "ministry.holiday-restore";
          return (
            <li key={name} className="group">
              <span>{sentence(missing)}</span>
              {date >= data.now.date && (
                <Button
                  size="small"
                  aria-label={t(`${word}-of`, { name })}
                  onClick={() => onWish({ act: "restore", missing })}
                >
                  {t(word)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
