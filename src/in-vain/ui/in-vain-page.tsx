import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FigureViews } from "../../kit/charts/figure-views.tsx";
import { longDate, shortDate } from "../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { MinistryFrame } from "../../ministry/ui/ministry-frame.tsx";
import type { InVainSearch } from "./in-vain-search.ts";
import { meaningsTable } from "./meanings-table.ts";
import { officesInWords } from "./offices-in-words.ts";
import { inVainServicesQuery } from "./queries.ts";
import { ServicePart } from "./service-part.tsx";
import { ServicesTable } from "./services-table.tsx";
import "./in-vain-page.css";

const route = getRouteApi("/staff/ministry/services/in-vain");

/** «Ήρθαν άδικα»: where our own sentence failed, by service. No office, no employee and nobody else is in it. */
export function InVainPage() {
  const search = route.useSearch();
  return (
    <MinistryFrame section="services" part={search.service}>
      <Services search={search} />
    </MinistryFrame>
  );
}

function Services({ search }: { readonly search: InVainSearch }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(inVainServicesQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  const { from, to, days, offices, services, others } = data;
  const { service, view = "picture" } = search;
  const of = officesInWords(data, { t, n, language });
  // Nobody has used the key: all would be zeros, and zeros they are not.
  const isUnused = offices.counted > 0 && offices.used === 0;
  return (
    <>
      <div className="ministry__head">
        <h2>{t("vain.title")}</h2>
        {service && (
          <FigureViews
            linkTo={(shown, look) => (
              <Link
                to="/ministry/services/in-vain"
                search={{ ...search, ...shown }}
                replace
                {...look}
                aria-current={shown.view === search.view ? "page" : undefined}
              />
            )}
          />
        )}
      </div>
      <p>{t("vain.span", { from: shortDate(from, language), to: longDate(to, language) })}</p>
      <p className="hint">{t("vain.days", { counted: n(days.counted), left: n(days.leftOut) })}</p>
      {of && <p className={isUnused ? undefined : "note"}>{of}</p>}
      {services.length === 0 && others.visits === 0 && <Message title={t("vain.empty")} text={t("vain.empty-text")} />}
      {isUnused && <Message title={t("vain.unused")} text={t("vain.unused-text")} />}
      {!isUnused && services.length + others.services > 0 && (
        <ServicesTable {...{ services, others, search }} meanings={meaningsTable(data, t, language)} />
      )}
      {service && <ServicePart key={service} code={service} view={view} />}
    </>
  );
}
