import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef } from "react";
import { likelyToday } from "../../../kit/dates.ts";
import { useOwnOffice } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { openIn } from "../calls/groups.ts";
import { ConfirmChange } from "../confirm-change.tsx";
import { callDaysQuery } from "../queries.ts";
import { byDay } from "./by-day.ts";
import { useWorkList, type WorkListState } from "./use-work-list.ts";
import { WorkListDay } from "./work-list-day.tsx";
import "../impact.css";
import "./work-list.css";

const route = getRouteApi("/staff/offices/$office/work-list");

/** «Προς τακτοποίηση»: what the ministry's closures left over, decided about by the office's head. */
export function WorkListPage() {
  const t = useText();
  const { office } = route.useParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="work-list">
      <title>{`${t("workList.title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("workList.title")} heading={{ ref: heading, tabIndex: -1 }} />
      {own.roles.includes("administrator") ? (
        <OfHead key={office} office={office} onSettled={() => heading.current?.focus()} />
      ) : (
        <Message title={t("workList.not-head")} text={t("problem.role-required")} />
      )}
    </div>
  );
}

/** @param onSettled the rows that were pressed in may be gone: the focus goes where one reads on */
function OfHead({ office, onSettled }: { office: string; onSettled: () => void }) {
  const t = useText();
  const work = useWorkList(office, onSettled);
  const { list, error, refetch } = work;
  if (!list && error) return <LoadFailed error={error} title={t("workList.failed")} onRetry={() => refetch()} />;
  if (!list) return <p role="status">{t("workList.loading")}</p>;
  return (
    <>
      {work.isStale && (
        <p className="note note--warn" role="alert">
          {t("rules.stale")}
        </p>
      )}
      {list.appointments.length === 0 ? <NothingLeft office={office} /> : <Days office={office} work={work} />}
    </>
  );
}

function Days({ office, work }: { office: string; work: WorkListState }) {
  const t = useText();
  const picked = work.picked?.appointments.length ?? 0;
  return (
    <>
      <p>{t("workList.intro")}</p>
      {work.list && byDay(work.list).map((day) => <WorkListDay key={day.date} office={office} day={day} work={work} />)}
      <div className="sheet">
        <ConfirmChange
          ruling={work}
          act={t("workList.together", { count: picked })}
          submitLabel={() => t("workList.submit", { count: picked })}
          obstacle={picked === 0 ? t("workList.none-picked") : null}
        />
      </div>
      <p>
        <OpenCalls office={office} />
      </p>
    </>
  );
}

function NothingLeft({ office }: { office: string }) {
  const t = useText();
  const params = { office, date: likelyToday() };
  return (
    <Message title={t("workList.none")} text={t("workList.none-text")}>
      <Link className={buttonClass("primary")} to="/offices/$office/days/$date" params={params} search={{}}>
        {t("rules.plan")}
      </Link>
      <OpenCalls office={office} className={buttonClass()} />
    </Message>
  );
}

/** The way to the citizens whom no e-mail can tell of the decision. */
function OpenCalls({ office, className }: { office: string; className?: string }) {
  const t = useText();
  const days = useQuery(callDaysQuery(office)).data?.days ?? [];
  const [first] = days;
  if (!first) return null;
  const { count, withoutPhone } = openIn(days);
  return (
    <Link className={className} to="/offices/$office/calls/$date" params={{ office, date: first.date }}>
      {count > 0 ? t("workList.to-calls", { count }) : t("workList.to-calls-no-phone", { count: withoutPhone })}
    </Link>
  );
}
