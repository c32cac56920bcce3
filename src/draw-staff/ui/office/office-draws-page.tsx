import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useOwnOffice } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { officeDrawsQuery } from "../queries.ts";
import { ServiceDraws } from "./service-draws.tsx";
import "../staff.css";

const route = getRouteApi("/staff/offices/$office/draws");

/** «Κληρώσεις» of «Το ΚΕΠ μου»: which places its head gives by draw, and what becomes of them. */
export function OfficeDrawsPage() {
  const t = useText();
  const { office } = route.useParams();
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  const isHead = own.roles.includes("administrator");
  return (
    <div className="draws">
      <title>{`${t("drawDesk.title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("drawDesk.title")}>
        <p className="page-head__end group">
          <Link to="/offices/$office/draws/wishes" params={{ office }}>
            {t("drawDesk.wishes-title")}
          </Link>
          <a href="/draws/how">{t("drawDesk.board-sheet")}</a>
          <Link to="/offices/$office/settings" params={{ office }} search={{}}>
            {t("drawDesk.settings")}
          </Link>
        </p>
      </PageHead>
      {isHead ? <Draws key={office} office={office} /> : <OnlyHead office={office} />}
    </div>
  );
}

function OnlyHead({ office }: { readonly office: string }) {
  const t = useText();
  return (
    <Message title={t("drawDesk.only-head-title")} text={t("drawDesk.only-head")}>
      <Link className={buttonClass("primary")} to="/offices/$office/draws/wishes" params={{ office }}>
        {t("drawDesk.wishes-title")}
      </Link>
    </Message>
  );
}

function Draws({ office }: { readonly office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(officeDrawsQuery(office));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  if (data.services.length === 0) return <Message title={t("drawDesk.none-title")} text={t("drawDesk.none")} />;
  return data.services.map((service) => (
    <ServiceDraws key={service.code} office={office} service={service} queues={data.queues} />
  ));
}
