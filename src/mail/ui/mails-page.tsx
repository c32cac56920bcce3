import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useOwnOffice } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { OfficeMails } from "../contract.ts";
import { MAILS_TITLE } from "./lost-acts.tsx";
import { MailTable } from "./mail-table.tsx";
import { MAIL_VIEWS, type MailView } from "./mails-search.ts";
import { MessageTable, messagesIn } from "./message-table.tsx";
import { mailCountQuery, mailsQuery } from "./queries.ts";
import { useHeldRows } from "./use-held-rows.ts";
import "./mails-page.css";

const route = getRouteApi("/staff/offices/$office/mails");

/** «E-mail της ημέρας»: what did not arrive, what is under way, what was sent today. */
export function MailsPage() {
  const t = useText();
  const { office } = route.useParams();
  const { view = "lost" } = route.useSearch();
  const own = useOwnOffice(office);
  const count = useQuery(mailCountQuery(office));
  const mails = useQuery({ ...mailsQuery(office, count.data), placeholderData: keepPreviousData });
  if (!own) return <UnknownOffice code={office} />;
  const { data } = mails;
  const error = mails.error ?? count.error;
  const retry = () => (count.error ? count.refetch() : mails.refetch());
  return (
    <div className="mails">
      <title>{`${t("mails.page")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("mails.page")} heading={{ id: MAILS_TITLE, tabIndex: -1 }}>
        {data && <Views office={office} mails={data} view={view} />}
      </PageHead>
      {data && <Shown office={office} mails={data} view={view} />}
      {!data && error && <LoadFailed error={error} title={t("mails.page-failed")} onRetry={retry} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

const LISTS = { lost: "lost", "under-way": "underWay", sent: "sent" } as const satisfies Record<
  MailView,
  keyof OfficeMails
>;

interface ViewProps {
  readonly office: string;
  readonly mails: OfficeMails;
  readonly view: MailView;
}

function Views({ office, mails, view }: ViewProps) {
  const t = useText();
  return (
    <nav className="segments" aria-label={t("mails.views")}>
      {MAIL_VIEWS.map((each) => (
        <Link
          key={each}
          to="/offices/$office/mails"
          params={{ office }}
          search={each === "lost" ? {} : { view: each }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={each === view ? "true" : undefined}
        >
          {t(`mails.view-${each}`, { count: mails[LISTS[each]].length + messagesIn(each, mails).length })}
        </Link>
      ))}
    </nav>
  );
}

function Shown({ office, mails, view }: ViewProps) {
  const t = useText();
  const { held, onHold } = useHeldRows();
  const listed = mails[LISTS[view]];
  const list =
    view === "lost" ? [...listed, ...held.filter(({ id }) => listed.every((each) => each.id !== id))] : listed;
  const messages = messagesIn(view, mails);
  const { now } = mails;
  return (
    <>
      {view === "lost" && (list.length > 0 || messages.length === 0) && <p className="hint">{t("mails.page-about")}</p>}
      {list.length + messages.length === 0 && (
        <Message title={t(`mails.none-${view}`)} text={t(`mails.none-${view}-text`)} />
      )}
      {list.length > 0 && <MailTable key={view} office={office} view={view} list={list} now={now} onHold={onHold} />}
      {messages.length > 0 && <MessageTable office={office} view={view} list={messages} now={now} />}
      {view === "lost" && list.length > 0 && (
        <div className="note">
          <h2>{t("mails.who-knows")}</h2>
          <p>{t("mails.who-knows-text")}</p>
        </div>
      )}
    </>
  );
}
