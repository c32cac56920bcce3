import { getRouteApi, Link } from "@tanstack/react-router";
import { useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { Trail } from "../contract.ts";
import { AuditFilters } from "./audit-filters.tsx";
import { MODES, type TrailMode } from "./audit-search.ts";
import { PersonPicker } from "./person-picker.tsx";
import { SealLine } from "./seal-line.tsx";
import { TrailAside } from "./trail-aside.tsx";
import { TrailTable } from "./trail-table.tsx";
import { useTrail } from "./use-trail.ts";
import "../../text/audit-words.ts";
import "./audit.css";

const route = getRouteApi("/staff/offices/$office/audit");

/** «Ποιος είδε τι»: by day, person, appointment or employee; for the head of this office. */
export function AuditPage() {
  const t = useText();
  const { office } = route.useParams();
  const { by = "day" } = route.useSearch();
  const own = useMe().offices.find(({ code, roles }) => code === office && roles.includes("administrator"));
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="audit">
      <title>{`${t("audit.title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead
        kicker={
          <Link to="/offices/$office/settings" params={{ office }} search={{}}>
            {own.name}
          </Link>
        }
        title={t("audit.title")}
      >
        <Modes office={office} by={by} />
      </PageHead>
      <AuditFilters key={by} office={office} />
      {(by === "person" || by === "appointment") && <PersonPicker key={by} office={office} by={by} />}
      <Entries office={office} />
    </div>
  );
}

function Modes({ office, by }: { office: string; by: TrailMode }) {
  const t = useText();
  return (
    <nav className="segments" aria-label={t("audit.modes")}>
      {MODES.map((mode) => (
        <Link
          key={mode}
          to="/offices/$office/audit"
          params={{ office }}
          search={mode === "day" ? {} : { by: mode }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={mode === by ? "true" : undefined}
        >
          {t(`audit.mode-${mode}`)}
        </Link>
      ))}
    </nav>
  );
}

function Entries({ office }: { office: string }) {
  const t = useText();
  const { by } = route.useSearch();
  const { isAsked, query } = useTrail(office);
  const { data, error } = query;
  const title = t(by === "appointment" ? "audit.find-first-appointment" : "audit.find-first");
  if (!isAsked) return <Message title={title} text={t("audit.find-first-text")} />;
  if (data) return <Shown office={office} query={query} pages={data.pages} />;
  if (error) return <LoadFailed error={error} title={t("audit.failed")} onRetry={() => query.refetch()} />;
  return <p role="status">{t("shell.loading")}</p>;
}

interface ShownProps {
  readonly office: string;
  readonly query: ReturnType<typeof useTrail>["query"];
  readonly pages: readonly Trail[];
}

function Shown({ office, query, pages }: ShownProps) {
  const t = useText();
  const [first] = pages;
  const entries = pages.flatMap((page) => page.entries);
  if (!first) return null;
  const { now, sealed, total } = first;
  return (
    <>
      <SealLine sealed={sealed} today={now.date} />
      <div className="audit__columns">
        <div className="audit__list">
          <div className="audit__head">
            <div role="status">
              <h2>{t("audit.entries", { count: total })}</h2>
            </div>
            <p className="hint">{t("audit.never-data")}</p>
          </div>
          {entries.length === 0 && <Message title={t("audit.none")} text={t("audit.none-text")} />}
          {entries.length > 0 && <TrailTable office={office} entries={entries} today={now.date} query={query} />}
        </div>
        <TrailAside office={office} trail={first} />
      </div>
      <p className="note audit__too">{t("audit.this-too", { time: now.time })}</p>
    </>
  );
}
