import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { RulingHistory } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { rulingHistoryQuery } from "../queries.ts";
import { type RulingWords, rulingWords } from "./history-words.ts";

const route = getRouteApi("/staff/ministry/history");

/** The national log: the ministry's acts, with author and time. */
export function HistoryPage() {
  const { before } = route.useSearch();
  return (
    <MinistryFrame section="history" part={before}>
      <HistorySection key={before} before={before} />
    </MinistryFrame>
  );
}

function HistorySection({ before }: { before: string | undefined }) {
  const t = useText();
  const { data, error, refetch } = useQuery(rulingHistoryQuery(before));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.history-hint")}</p>
      </div>
      {data.acts.length === 0 ? <Empty isFirst={before === undefined} /> : <HistoryTable acts={data.acts} />}
      <Pages before={before} next={data.next} />
    </>
  );
}

function Empty({ isFirst }: { isFirst: boolean }) {
  const t = useText();
  return isFirst ? (
    <Message title={t("ministry.history-empty-title")} text={t("ministry.history-empty")} />
  ) : (
    <Message title={t("ministry.history-end-title")} text={t("ministry.history-end")} />
  );
}

function HistoryTable({ acts }: Pick<RulingHistory, "acts">) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.history-list")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.history-what")}</th>
          <th scope="col">{t("ministry.history-how")}</th>
          <th scope="col">{t("ministry.history-who")}</th>
          <th scope="col">{t("ministry.history-when")}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <Row key={act.id} ruling={rulingWords(act, language)} />
        ))}
      </tbody>
    </table>
  );
}

const Row = ({ ruling: { what, facts, who, when } }: { ruling: RulingWords }) => (
  <tr>
    <th scope="row">{what}</th>
    <td>
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
    </td>
    <td>{who}</td>
    <td>{when}</td>
  </tr>
);

function Pages({ before, next }: Pick<RulingHistory, "next"> & { before: string | undefined }) {
  const t = useText();
  if (before === undefined && next === null) return null;
  return (
    <nav className="group" aria-label={t("ministry.history-list")}>
      {before !== undefined && (
        <Link to="/ministry/history" search={{}} className={buttonClass()}>
          <Icon name="previous" />
          {t("ministry.history-latest")}
        </Link>
      )}
      {next !== null && (
        <Link to="/ministry/history" search={{ before: next }} className={buttonClass()}>
          {t("ministry.history-older")}
          <Icon name="next" />
        </Link>
      )}
    </nav>
  );
}
