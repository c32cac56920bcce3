import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { dayQuery } from "../../appointments/ui/queries.ts";
import { likelyToday } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { preferences } from "../../kit/preferences.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";

/** The day is the home: today, by the server's clock, in the office that was open last. */
export function HomePage() {
  const t = useText();
  const { offices, employee } = useMe();
  const office = offices.find(({ code }) => code === preferences.get("office")) ?? offices[0];
  const day = useQuery({ ...dayQuery(office?.code ?? "", likelyToday()), enabled: office !== undefined });
  if (!office && employee.ministry) return <Navigate to="/ministry" search={{}} replace />;
  if (!office) return <Message title={t("shell.noOfficeTitle")} text={t("shell.noOffice")} level={1} />;
  if (day.data) {
    return (
      <Navigate
        to="/offices/$office/days/$date"
        params={{ office: office.code, date: day.data.now.date }}
        search={{}}
        replace
      />
    );
  }
  if (day.error) return <LoadFailed error={day.error} onRetry={() => day.refetch()} />;
  return <p role="status">{t("shell.loading")}</p>;
}
