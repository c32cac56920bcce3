import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FigureViews } from "../../../kit/charts/figure-views.tsx";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { MinistryFrame } from "../../../ministry/ui/ministry-frame.tsx";
import { WentFigures, WentSpan } from "../how-it-went-page.tsx";
import { howOfficeWentQuery } from "./queries.ts";
import { WeeksChoice } from "./weeks-choice.tsx";

const route = getRouteApi("/staff/ministry/how-offices-do/$code");

/** An office's «Πώς πήγε» for the ministry: as its head sees it, and to look at only. */
export function OfficeWentPage() {
  const { code } = route.useParams();
  return (
    <MinistryFrame section="how-offices-do" part={code}>
      <OfficeSection code={code} />
    </MinistryFrame>
  );
}

function OfficeSection({ code }: { code: string }) {
  const t = useText();
  const search = route.useSearch();
  const { weeks, view } = search;
  const { data, error, refetch } = useQuery(howOfficeWentQuery(code, search));
  return (
    <>
      <p>
        <Link to="/ministry/how-offices-do" search={{ weeks }}>
          <Icon name="previous" />
          {t("nation.whole-nation")}
        </Link>
      </p>
      {data && (
        <>
          <div className="ministry__head">
            <div>
              <h2>{data.name}</h2>
              <WentSpan {...data} />
              <p className="hint">{t("nation.as-its-head")}</p>
            </div>
            <FigureViews
              linkTo={(shown, look) => (
                <Link
                  to="/ministry/how-offices-do/$code"
                  params={{ code }}
                  search={{ ...search, ...shown }}
                  replace
                  {...look}
                  aria-current={shown.view === view ? "page" : undefined}
                />
              )}
            />
          </div>
          <WeeksChoice
            search={search}
            linkTo={(each, look) => (
              <Link
                to="/ministry/how-offices-do/$code"
                params={{ code }}
                search={{ ...search, weeks: each }}
                replace
                {...look}
              />
            )}
          />
          <WentFigures office={null} went={data} view={view ?? "picture"} />
        </>
      )}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </>
  );
}
