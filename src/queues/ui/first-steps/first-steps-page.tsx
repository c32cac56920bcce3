import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { likelyToday, onDate } from "../../../kit/dates.ts";
import { useOwnOffice } from "../../../kit/me.ts";
import { preferences } from "../../../kit/preferences.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { WhoMayChange } from "../../../offices/ui/who-may-change.tsx";
import { OnboardingBox } from "../../../onboarding/ui/onboarding-box.tsx";
import { onboardingQuery } from "../../../onboarding/ui/queries.ts";
import type { Queues } from "../../contract.ts";
import { queuesQuery } from "../queries.ts";
import { DiaryStep } from "./diary-step.tsx";
import { EmployeesStep } from "./employees-step.tsx";
import { HoursStep } from "./hours-step.tsx";
import { hasHours, proposedQueues, usualWeek } from "./proposed-queues.ts";
import { StepsProgress } from "./steps-progress.tsx";
import "./first-steps.css";

const route = getRouteApi("/staff/offices/$office/first-steps");

/** «Τρία βήματα μέχρι το πρώτο ραντεβού»: hours, employees, paper diary; beside them the circular's four actions. */
export function FirstStepsPage() {
  const t = useText();
  const { office } = route.useParams();
  const { data, error, refetch } = useQuery(queuesQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="first-steps">
      <title>{`${t("onboarding.first-steps")}, ${own.name} | ${t("shell.appName")}`}</title>
      {!data && <PageHead kicker={`${own.name} (${own.code})`} title={t("onboarding.first-steps")} />}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
      {data && (
        <Steps
          key={office}
          office={office}
          kicker={`${own.name} (${own.code})`}
          page={data}
          canRule={own.roles.includes("administrator")}
        />
      )}
    </div>
  );
}

interface StepsProps {
  readonly office: string;
  readonly kicker: string;
  readonly page: Queues;
  readonly canRule: boolean;
}

function Steps({ office, kicker, page, canRule }: StepsProps) {
  const t = useText();
  const { data: joining } = useQuery(onboardingQuery(office));
  const [withoutDiary, setWithoutDiary] = useState(preferences.get("without-diary") === office);
  const done = [
    hasHours(usualWeek(page)),
    proposedQueues(page).every(({ has }) => has !== null),
    joining?.isEmpty === false || withoutDiary,
  ] as const;
  const next = done.indexOf(false);
  const stepOf = (index: number) => ({ number: index + 1, isDone: done[index] === true, isNext: index === next });
  return (
    <>
      <PageHead kicker={kicker} title={t("onboarding.first-steps")}>
        <StepsProgress done={done} />
      </PageHead>
      {!canRule && <WhoMayChange office={office} what="queues" />}
      <div className="first-steps__columns">
        <ol className="sheet onboarding__actions" aria-label={t("onboarding.steps")}>
          <HoursStep {...stepOf(0)} office={office} page={page} canRule={canRule} />
          <EmployeesStep {...stepOf(1)} office={office} page={page} canRule={canRule} />
          <DiaryStep
            {...stepOf(2)}
            office={office}
            onWithout={() => {
              preferences.set("without-diary", office);
              setWithoutDiary(true);
            }}
          />
        </ol>
        <div className="first-steps__aside">
          <OnboardingBox office={office} />
          <TryFirst />
        </div>
      </div>
      <ToPlan office={office} />
    </>
  );
}

function TryFirst() {
  const t = useText();
  return (
    <section className="sheet onboarding-box" aria-labelledby="try-first">
      <h2 id="try-first">{t("onboarding.try-first")}</h2>
      <p>{t("onboarding.try-first-text")}</p>
      <p>
        <Link to="/help/$task" params={{ task: "book-by-phone" }}>
          {t("onboarding.try-first-help")}
        </Link>
      </p>
    </section>
  );
}

function ToPlan({ office }: { office: string }) {
  const t = useText();
  const { language } = useLanguage();
  const date = likelyToday();
  return (
    <div className="sheet first-steps__plan">
      <p>{t("onboarding.plan-of", { day: onDate(date, language) })}</p>
      <Link className={buttonClass()} to="/offices/$office/days/$date" params={{ office, date }} search={{}}>
        {t("onboarding.to-plan")}
      </Link>
    </div>
  );
}
