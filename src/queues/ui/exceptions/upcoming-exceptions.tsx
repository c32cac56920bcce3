import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { focusById } from "../../../kit/focus.ts";
import { useOwnOffice } from "../../../kit/me.ts";
import { Space, useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Exception, NationalClosing, Queues } from "../../contract.ts";
import { queuesQuery } from "../queries.ts";
import { exceptionTime } from "./exception-words.ts";
import { RemovalButtons } from "./removal-buttons.tsx";
import "./upcoming-exceptions.css";

const UPCOMING_ID = "upcoming-exceptions";

/** «Προσεχείς εξαιρέσεις»: the head changes and removes them, everybody who works there reads them. */
export function UpcomingExceptions({ office }: { office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(queuesQuery(office));
  const own = useOwnOffice(office);
  const isHead = own?.roles.includes("administrator") ?? false;
  return (
    <section className="upcoming sheet" aria-labelledby={UPCOMING_ID}>
      <div className="upcoming__head">
        <h2 id={UPCOMING_ID} tabIndex={-1}>
          {t("rules.upcoming")}
        </h2>
        {isHead && (
          <Link className={buttonClass()} to="/offices/$office/exceptions/new" params={{ office }} search={{}}>
            <Icon name="plus" />
            {t("rules.new-title")}
          </Link>
        )}
      </div>
      {data && data.exceptions.length + data.closings.length === 0 && (
        <p className="hint">{t("rules.upcoming-none")}</p>
      )}
      {data && data.exceptions.length + data.closings.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("rules.when")}</th>
              <th scope="col">{t("rules.queue")}</th>
              <th scope="col">{t("rules.what")}</th>
              <th scope="col">{t("rules.by")}</th>
              {isHead && <th scope="col">{t("rules.acts")}</th>}
            </tr>
          </thead>
          <tbody>
            {inOrder(data).map((each) =>
              "id" in each ? (
                <Row
                  key={each.id}
                  office={office}
                  exception={each}
                  queue={data.queues.find(({ number }) => number === each.queue)?.name ?? t("rules.whole-office")}
                  isHead={isHead}
                />
              ) : (
                <ClosingRow key={`${each.kind} ${each.from} ${each.reason}`} closing={each} isHead={isHead} />
              ),
            )}
          </tbody>
        </table>
      )}
      {!data && error && <LoadFailed error={error} title={t("rules.upcoming-failed")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </section>
  );
}

/** The head's own and the ministry's among each other, as they come. */
const inOrder = ({ exceptions, closings }: Queues): (Exception | NationalClosing)[] =>
  [...exceptions, ...closings].toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));

/** The head reads what the ministry rules, and cannot change it. */
function ClosingRow({ closing, isHead }: { closing: NationalClosing; isHead: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">{exceptionTime(closing, language, t)}</th>
      <td>{t("rules.whole-office")}</td>
      <td>
        {t(`rules.closing-${closing.kind}`)}
        <Space />
        <small>{closing.reason}</small>
      </td>
      <td>{t("rules.by-ministry")}</td>
      {isHead && (
        <td>
          <span className="upcoming__central">
            <Icon name="lock" />
            {t("rules.central")}
          </span>
        </td>
      )}
    </tr>
  );
}

interface RowProps {
  readonly office: string;
  readonly exception: Exception;
  readonly queue: string;
  readonly isHead: boolean;
}

function Row({ office, exception, queue, isHead }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const when = exceptionTime(exception, language, t);
  return (
    <tr>
      <th scope="row">
        {when}
        <Space />
        {exception.series && <span className="badge">{t("rules.in-series")}</span>}
      </th>
      <td>{queue}</td>
      <td>
        {t(`rules.kind-${exception.kind}`)}
        <Space />
        <small>{exception.reason}</small>
      </td>
      <td>{exception.createdBy}</td>
      {isHead && (
        <td>
          <span className="group">
            <Link
              className={buttonClass("plain", "small")}
              to="/offices/$office/exceptions/$id"
              params={{ office, id: exception.id }}
              aria-label={t("rules.of-exception", { act: t("rules.edit"), queue, when })}
            >
              {t("rules.edit")}
            </Link>
            <RemovalButtons office={office} exception={exception} onRemoved={() => focusById(UPCOMING_ID)} />
          </span>
        </td>
      )}
    </tr>
  );
}
