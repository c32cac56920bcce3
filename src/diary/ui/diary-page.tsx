import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { officeQuery } from "../../appointments/ui/queries.ts";
import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { isUnknown, UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { Office } from "../../offices/contract.ts";
import { BroughtInMessage } from "./brought-in.tsx";
import { DiarySource } from "./diary-source.tsx";
import { PastImports } from "./past-imports.tsx";
import { DiaryPreviewPage } from "./preview.tsx";
import { UndoneNote } from "./undone-note.tsx";
import { useDiary } from "./use-diary.ts";
import "./diary.css";
import "./diary-rows.css";

const route = getRouteApi("/staff/offices/$office/diary");

/** «Χάρτινο ημερολόγιο»: what was written on paper, seen first and then booked at once. */
export function DiaryPage() {
  const { office: code } = route.useParams();
  const t = useText();
  const office = useQuery(officeQuery(code));
  if (isUnknown(office.error)) return <UnknownOffice code={code} />;
  return (
    <div className="diary">
      <title>{`${t("diary.title")} | ${t("shell.appName")}`}</title>
      <div className="diary__head">
        <Link to="/offices/$office/settings" params={{ office: code }}>
          {t("office.title")}
        </Link>
        <h1>{t("diary.title")}</h1>
        <p>{t("diary.intro")}</p>
      </div>
      {office.data && <Work key={code} office={office.data} />}
      {!office.data && office.error && <LoadFailed error={office.error} onRetry={() => office.refetch()} />}
      {!office.data && !office.error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

function Work({ office }: { office: Office }) {
  const work = useDiary(office.code, office.usualService ?? office.services[0]?.code ?? "");
  const { done, read, undone } = work.diary;
  if (done) return <BroughtInMessage office={office.code} done={done} work={work} />;
  return (
    <div className={classes("diary__work", read && "is-read")}>
      {undone && <UndoneNote key={undone.id} office={office.code} undone={undone} />}
      <DiarySource office={office} work={work} />
      {read ? (
        <DiaryPreviewPage office={office} work={work} read={read} />
      ) : (
        <PastImports office={office.code} work={work} />
      )}
    </div>
  );
}
