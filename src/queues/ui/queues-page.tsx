import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useOwnOffice } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import { WhoMayChange } from "../../offices/ui/who-may-change.tsx";
import type { Queues } from "../contract.ts";
import { UpcomingExceptions } from "./exceptions/upcoming-exceptions.tsx";
import { RuleHistory } from "./history/rule-history.tsx";
import { queuesQuery } from "./queries.ts";
import { type QueueActChoice, QueueActDialog } from "./queue-act-dialog.tsx";
import { QueueList } from "./queue-list.tsx";
import "./queues.css";

const route = getRouteApi("/staff/offices/$office/queues");

/** «Διαχείριση ουρών εξυπηρέτησης» (circular §Γ): its head rules them, everybody who works there sees them. */
export function QueuesPage() {
  const t = useText();
  const { office } = route.useParams();
  const { data, error, refetch } = useQuery(queuesQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="queues">
      <title>{`${t("queues.heading")}, ${own.name} | ${t("shell.appName")}`}</title>
      {data ? (
        <Ruled key={office} office={office} name={own.name} page={data} canRule={own.roles.includes("administrator")} />
      ) : (
        <Head name={own.name} />
      )}
      {!data && error && <LoadFailed error={error} title={t("queues.failed-title")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

interface RuledProps {
  readonly office: string;
  readonly name: string;
  readonly page: Queues;
  readonly canRule: boolean;
}

function Ruled({ office, name, page, canRule }: RuledProps) {
  const t = useText();
  const [choice, setChoice] = useState<QueueActChoice | null>(null);
  return (
    <>
      <Head name={name}>
        <Link
          className={buttonClass()}
          to="/offices/$office/why/$date"
          params={{ office, date: page.now.date }}
          search={{}}
        >
          <Icon name="clock" />
          {t("queues.why")}
        </Link>
        {canRule && (
          <Button look="primary" onClick={() => setChoice({ kind: "new" })}>
            <Icon name="plus" />
            {t("queues.new")}
          </Button>
        )}
      </Head>
      {!canRule && <WhoMayChange office={office} what="queues" />}
      <QueueList office={office} page={page} canRule={canRule} onChoose={setChoice} />
      <UpcomingExceptions office={office} />
      <RuleHistory office={office} page={page} />
      {choice && <QueueActDialog office={office} page={page} choice={choice} onClose={() => setChoice(null)} />}
    </>
  );
}

function Head({ name, children }: { name: string; children?: ReactNode }) {
  const t = useText();
  return (
    <PageHead kicker={name} title={t("queues.heading")} heading={{ id: "queues-heading", tabIndex: -1 }}>
      <p className="hint queues__hint">{t("queues.hint")}</p>
      {children && <div className="group page-head__end">{children}</div>}
    </PageHead>
  );
}
