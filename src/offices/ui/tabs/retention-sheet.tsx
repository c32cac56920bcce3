import { useQuery } from "@tanstack/react-query";
import { numericDate } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { RetentionData } from "../../../retention/contract.ts";
import { retentionQuery } from "../../../retention/ui/queries.ts";
import { SettingsSheet } from "./settings-sheet.tsx";

/** «Τι φυλάσσεται έως πότε»: the ministry's rule, and what it means for the visits of today and of before. */
export function RetentionSheet({ office }: { office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(retentionQuery(office));
  return (
    <SettingsSheet title={t("retention.title")} hint={t("retention.hint")}>
      {data && <RetentionFacts data={data} />}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </SettingsSheet>
  );
}

function RetentionFacts({ data: { today, days, anonymousBefore, tonight } }: { data: RetentionData }) {
  const t = useText();
  const last = Temporal.PlainDate.from(today).add({ days }).toString();
  return (
    <ul>
      <li>{t("retention.days", { count: days })}</li>
      <li>{t("retention.of-today", { date: numericDate(last) })}</li>
      <li>{t("retention.before", { date: numericDate(anonymousBefore) })}</li>
      <li>{tonight > 0 ? t("retention.tonight-count", { count: tonight }) : t("retention.tonight-none")}</li>
    </ul>
  );
}
