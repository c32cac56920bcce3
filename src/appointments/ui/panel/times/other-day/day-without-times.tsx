import { flushSync } from "react-dom";
import { weekdayAndDate } from "../../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../../kit/text.tsx";
import { Button } from "../../../../../kit/ui/button.tsx";
import { whenPhrase } from "../../words/when.ts";
import { changedWish, type OtherWish } from "../other-wish.ts";
import type { TimesFieldProps } from "../times-props.ts";
import { focusDay } from "./day-grid.tsx";
import { fullWords, type GridDay } from "./grid-days.ts";

/** An empty day says so in words, and where the next room is. */
export function DayWithoutTimes({ times, wish, day }: TimesFieldProps & { wish: OtherWish; day: GridDay | null }) {
  const t = useText();
  const { language } = useLanguage();
  const { nextFree, other, selected, dispatch, terms } = times;
  const isEmpty = other.isSuccess && selected === null && wish.date !== "";
  const goTo = (next: NonNullable<typeof nextFree>) => {
    flushSync(() => dispatch({ type: "other-wished", wish: changedWish(wish, next) }));
    focusDay(next.date);
  };
  const why = () => (day && fullWords(day, t)) || t("panel.day-without-times");
  return (
    <div className="other-time__note" role="status">
      {other.isPending && <p className="hint">{t("panel.times-loading")}</p>}
      {other.isError && (
        <>
          <p className="hint">{t("panel.times-failed")}</p>
          <Button size="small" onClick={() => other.refetch()}>
            {t("shell.retry")}
          </Button>
        </>
      )}
      {isEmpty && (
        <p className="hint">
          {t("panel.day-is", { day: weekdayAndDate(wish.date, language), words: why() })}{" "}
          {!nextFree && t("panel.next-free-none")}
        </p>
      )}
      {isEmpty && nextFree && (
        <Button size="small" onClick={() => goTo(nextFree)}>
          {t("panel.next-free", { when: whenPhrase(nextFree, terms.now.date, language) })}
        </Button>
      )}
    </div>
  );
}
