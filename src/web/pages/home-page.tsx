import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { dayQuery } from "../../appointments/ui/queries.ts";
import { likelyToday } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { preferences } from "../../kit/preferences.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { onboardingQuery } from "../../onboarding/ui/queries.ts";

/** The day is the home: today, by the server's clock, in the office that was open last. */
export function HomePage() {
  const t = useText();
  const { offices, employee } = useMe();
  const office = offices.find(({ code }) => code === preferences.get("office")) ?? offices[0];
  const day = useQuery({ ...dayQuery(office?.code ?? "", likelyToday()), enabled: office !== undefined });
  const leads = useFirstSteps(office);
  if (!office && employee.ministry) return <Navigate to="/ministry" search={{}} replace />;
  if (!office) return <Message title={t("shell.noOfficeTitle")} text={t("shell.noOffice")} level={1} />;
  if (leads === true) return <Navigate to="/offices/$office/first-steps" params={{ office: office.code }} replace />;
  if (day.data && leads === false) {
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

/** Its head was led once since the program was opened: from then on «Ραντεβού» is the plan. */
let hasLed = false;

/** Whether an empty office leads its head to the first steps; null: not known yet. */
function useFirstSteps(office: { readonly code: string; readonly roles: readonly string[] } | undefined) {
  const [isAsked] = useState(!hasLed && office?.roles.includes("administrator") === true);
  const { data, isPending } = useQuery({ ...onboardingQuery(office?.code ?? ""), enabled: isAsked });
  const isKnown = !isAsked || !isPending;
  useEffect(() => {
    if (isKnown) hasLed = true;
  }, [isKnown]);
  if (!isKnown) return null;
  return isAsked && data?.isEmpty === true && preferences.get("without-diary") !== office?.code;
}
