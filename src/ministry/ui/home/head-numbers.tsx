import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { NationalProgress } from "../../contract.ts";
import { nationalDayQuery } from "../queries.ts";
import { FirstFree } from "./first-free.tsx";
import { HeadNumber } from "./head-number.tsx";
import { doneThisWeek, stagesOf } from "./progress-groups.ts";

/** The country in four numbers. */
export function HeadNumbers({ progress: { now, offices } }: { progress: NationalProgress }) {
  const t = useText();
  const n = useNumbers();
  const { done, notBegun, all } = stagesOf(offices);
  const percent = all === 0 ? 0 : Math.round((done / all) * 100);
  return (
    <dl className="home__numbers">
      <HeadNumber name={t("ministry.number-done")} value={n(done)} unit={t("ministry.number-of", { all: n(all) })}>
        {t("ministry.number-share", { percent, week: n(doneThisWeek(offices, now.date)) })}
      </HeadNumber>
      <AppointmentsToday />
      <FirstFree now={now} />
      <HeadNumber
        name={t("ministry.number-not-begun")}
        value={n(notBegun)}
        unit={t("ministry.number-offices")}
        isWarning={notBegun > 0}
      >
        {t("ministry.number-not-begun-means")}{" "}
        {notBegun > 0 && (
          <Link to="/ministry" search={{ only: "not-begun" }}>
            {t("ministry.who-not-begun")}
          </Link>
        )}
      </HeadNumber>
    </dl>
  );
}

function AppointmentsToday() {
  const t = useText();
  const n = useNumbers();
  const { data } = useQuery(nationalDayQuery);
  return (
    <HeadNumber name={t("ministry.number-day")} value={data ? n(data.appointments) : "…"}>
      {data && t("ministry.number-served", { count: data.served, n: n(data.served) })}
    </HeadNumber>
  );
}
