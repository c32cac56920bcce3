import { Link } from "@tanstack/react-router";
import { daysAfter, weekdayAndDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Segments } from "../segments.tsx";
import { onOtherDay, useDayAddress } from "../use-day-navigation.ts";

/** Yesterday, today and tomorrow of the day shown. */
export function DayLinks({ date, today }: { date: string; today: string | null }) {
  const t = useText();
  const { language } = useLanguage();
  const { office, search } = useDayAddress();
  const [before, after] = [daysAfter(date, -1), daysAfter(date, 1)];
  return (
    <Segments
      label={t("plan.changeDay")}
      before={[before, t("plan.previousDay", { day: weekdayAndDate(before, language) })]}
      present={today === null ? null : [today, t("plan.todayLink")]}
      after={[after, t("plan.nextDay", { day: weekdayAndDate(after, language) })]}
      shown={date}
      linkTo={(day, look) => (
        <Link to="/offices/$office/days/$date" params={{ office, date: day }} search={onOtherDay(search)} {...look} />
      )}
    />
  );
}
