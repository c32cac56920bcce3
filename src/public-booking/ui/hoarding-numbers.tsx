import { useQuery } from "@tanstack/react-query";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { hoardingQuery } from "./queries.ts";

/** What was asked of citizens, or refused them, so that programs do not hold the times of people: numbers of the last days. */
export function HoardingNumbers({ office }: { office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(hoardingQuery(office));
  if (error && !data) return <LoadFailed error={error} title={t("office.hoarding-failed")} onRetry={() => refetch()} />;
  if (!data) return null;
  const { days, counts } = data;
  return (
    <div>
      <h3>{t("office.hoarding", { count: days })}</h3>
      {counts.length === 0 && <p>{t("office.hoarding-none")}</p>}
      <ul>
        {counts.map(({ what, count }) => (
          <li key={what}>{t(`office.hoarding-${what}`, { count })}</li>
        ))}
      </ul>
    </div>
  );
}
