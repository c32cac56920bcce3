import { useQuery } from "@tanstack/react-query";
import { weekday } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { wishesQuery } from "./queries.ts";

/** How many wait for a place that becomes free, and for which days; of whom, nobody of the office is told. */
export function WishNumbers({ office }: { office: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(wishesQuery(office));
  if (error && !data) return <LoadFailed error={error} title={t("office.wishes-failed")} onRetry={() => refetch()} />;
  if (!data) return null;
  const { counts } = data;
  return (
    <div>
      <h3>{t("office.wishes")}</h3>
      {counts.length === 0 && <p>{t("office.wishes-none")}</p>}
      <ul>
        {counts.map(({ weekday: day, earlier, withoutVisit }) => (
          <li key={day}>
            {day === 0 ? t("office.wishes-all") : weekday(`2026-11-${22 + day}`, language)}:{" "}
            {t("office.wishes-counts", { earlier, withoutVisit })}
          </li>
        ))}
      </ul>
    </div>
  );
}
