import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useOwnOffice } from "../../../kit/me.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import { openDrawsQuery } from "../queries.ts";
import { CallsPart } from "./calls-part.tsx";
import { OpenDrawPart } from "./open-draw-part.tsx";
import "../../../ministry/ui/ministry.css";
import "../staff.css";

const route = getRouteApi("/staff/offices/$office/draws/wishes");

/** «Επιθυμίες με τηλέφωνο»: a clerk writes them down, and after the draw calls those who have no other way to hear of it. */
export function TelephoneWishesPage() {
  const t = useText();
  const { office } = route.useParams();
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="draws">
      <title>{`${t("drawDesk.wishes-title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("drawDesk.wishes-title")}>
        {own.roles.includes("administrator") && (
          <p className="page-head__end">
            <Link to="/offices/$office/draws" params={{ office }}>
              {t("drawDesk.to-head")}
            </Link>
          </p>
        )}
      </PageHead>
      <Draws key={office} office={office} />
    </div>
  );
}

function Draws({ office }: { readonly office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(openDrawsQuery(office));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      {data.draws.length === 0 && <Message title={t("drawDesk.no-open-title")} text={t("drawDesk.no-open")} />}
      {data.draws.map((draw) => (
        <OpenDrawPart key={draw.number} office={office} draw={draw} />
      ))}
      {data.calls.map(({ number, service }) => (
        <CallsPart key={number} office={office} draw={number} service={service} />
      ))}
    </>
  );
}
