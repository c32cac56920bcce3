import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOwnOffice } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import type { Queues } from "../../contract.ts";
import { queuesQuery } from "../queries.ts";
import { ExceptionEditor } from "./exception-editor.tsx";
import { newException } from "./exception-search.ts";
import { notPast } from "./exception-words.ts";
import { RemovalButtons } from "./removal-buttons.tsx";
import { UpcomingExceptions } from "./upcoming-exceptions.tsx";
import "./exception.css";

const newRoute = getRouteApi("/staff/offices/$office/exceptions/new");
const route = getRouteApi("/staff/offices/$office/exceptions/$id");

/** «Νέα εξαίρεση», also an absence that the plan leads to. */
export function NewExceptionPage() {
  const t = useText();
  const { office } = newRoute.useParams();
  const search = newRoute.useSearch();
  return (
    <ForHead key={`${office} ${JSON.stringify(search)}`} office={office} title={t("rules.new-title")}>
      {(queues) => (
        <>
          <ExceptionEditor
            office={office}
            queues={queues}
            name={`exception new ${JSON.stringify(search)}`}
            known={null}
            begins={newException(search, queues.now.date, defaultOf(queues))}
          />
          <UpcomingExceptions office={office} />
        </>
      )}
    </ForHead>
  );
}

/** Of a series it alone, until the head says otherwise */
const ONE = { scope: "one" };

const defaultOf = ({ queues }: Queues): number => queues.find(({ isDefault }) => isDefault)?.number ?? 1;

/** One that there is: to be changed or taken away. */
export function ExceptionPage() {
  const t = useText();
  const { office, id } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <ForHead key={`${office} ${id}`} office={office} title={t("rules.edit-title")}>
      {(queues) => {
        const exception = queues.exceptions.find((each) => each.id === id);
        if (!exception) return <Gone office={office} date={queues.now.date} />;
        const params = { office, date: notPast(exception.from.slice(0, 10), queues.now.date) };
        return (
          <>
            <p className="group exception__acts">
              <RemovalButtons
                office={office}
                exception={exception}
                onRemoved={() => void navigate({ to: "/offices/$office/days/$date", params, search: {} })}
              />
            </p>
            <ExceptionEditor office={office} queues={queues} name={`exception ${id}`} known={exception} begins={ONE} />
          </>
        );
      }}
    </ForHead>
  );
}

interface ForHeadProps {
  readonly office: string;
  readonly title: string;
  readonly children: (queues: Queues) => ReactNode;
}

function ForHead({ office, title, children }: ForHeadProps) {
  const t = useText();
  const { data, error, refetch } = useQuery(queuesQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  const isHead = own.roles.includes("administrator");
  return (
    <>
      <title>{`${title}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={title} />
      {!isHead && <Message title={t("rules.not-head-title")} text={t("problem.role-required")} />}
      {isHead && data && children(data)}
      {isHead && !data && error && (
        <LoadFailed error={error} title={t("rules.failed-title")} onRetry={() => refetch()} />
      )}
      {isHead && !data && !error && <p role="status">{t("rules.loading")}</p>}
    </>
  );
}

function Gone({ office, date }: { office: string; date: string }) {
  const t = useText();
  return (
    <Message title={t("rules.gone-title")} text={t("problem.exception-not-found")}>
      <Link className={buttonClass("primary")} to="/offices/$office/days/$date" params={{ office, date }} search={{}}>
        {t("rules.plan")}
      </Link>
    </Message>
  );
}
