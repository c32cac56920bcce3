import { useQuery } from "@tanstack/react-query";
import { atTime, relativeDay, timeOf } from "../../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { NationalProgress } from "../../contract.ts";
import { nationalDayQuery } from "../queries.ts";
import { HeadNumber, type HeadNumberProps } from "./head-number.tsx";

/** In how many days half of the offices have a time, and most of them. */
export function FirstFree({ now }: Pick<NationalProgress, "now">) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const { data } = useQuery(nationalDayQuery);
  const name = t("ministry.number-first-free");
  if (!data) return <HeadNumber name={name} value="…" />;
  const { notedAt, half, most } = data.firstFree;
  if (!notedAt)
    return (
      <HeadNumber name={name} value="–">
        {t("ministry.first-free-none")}
      </HeadNumber>
    );
  const date = notedAt.slice(0, 10);
  const at = `${relativeDay(date, now.date, language)} ${atTime(timeOf(notedAt), language)}`;
  return (
    <HeadNumber name={name} {...daysAhead(half, t, n)}>
      {t("ministry.first-free-half")} {mostWords(most, half, t, n)} {t("ministry.first-free-at", { at })}
    </HeadNumber>
  );
}

type Numbers = ReturnType<typeof useNumbers>;

function daysAhead(half: number | null, t: Text, n: Numbers): Pick<HeadNumberProps, "value" | "unit"> {
  if (half === null) return { value: t("ministry.first-free-later"), unit: t("ministry.first-free-weeks") };
  if (half === 0) return { value: t("ministry.first-free-today") };
  return { value: n(half), unit: t("ministry.first-free-days", { count: half }) };
}

function mostWords(most: number | null, half: number | null, t: Text, n: Numbers): string {
  if (half === null) return "";
  if (most === null) return t("ministry.first-free-most-later");
  return most === 0 ? t("ministry.first-free-most-today") : t("ministry.first-free-most", { count: most, n: n(most) });
}
