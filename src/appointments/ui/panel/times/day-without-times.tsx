import { weekdayAndDate } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { whenPhrase } from "../words/when.ts";
import { FIRST_TIMES_DAYS } from "./first-times.ts";
import type { OtherWish } from "./other-time.ts";
import type { TimesFieldProps } from "./times-props.ts";

/** An empty day says so in words, and where the next room is. */
export function DayWithoutTimes({ times, dispatch, now, wish }: TimesFieldProps & { wish: OtherWish }) {
  const t = useText();
  const { language } = useLanguage();
  const { nextFree } = times;
  return (
    <div className="other-time__note" role="status">
      {times.other.isPending && <p className="hint">{t("panel.times-loading")}</p>}
      {times.other.isError && <p className="hint">{t("panel.times-failed")}</p>}
      {times.other.isSuccess && times.selected === null && (
        <>
          <p className="hint">
            {t("panel.day-without-times", { day: weekdayAndDate(wish.date, language) })}{" "}
            {!nextFree && t("panel.next-free-none", { days: FIRST_TIMES_DAYS })}
          </p>
          {nextFree && (
            <Button size="small" onClick={() => dispatch({ type: "other-wished", wish: nextFree })}>
              {t("panel.next-free", { when: whenPhrase(nextFree, now.date, language) })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
