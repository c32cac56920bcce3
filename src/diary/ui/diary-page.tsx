import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { officeQuery } from "../../appointments/ui/queries.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { isUnknown, UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { Office } from "../../offices/contract.ts";
import { DiarySource } from "./diary-source.tsx";
import { BroughtInMessage } from "./done/brought-in.tsx";
import { PastImports } from "./done/past-imports.tsx";
import { UndoneNote } from "./done/undone-note.tsx";
import { SheetChoice } from "./file/sheet-choice.tsx";
import { DiaryPreviewPage } from "./preview.tsx";
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
        <Link to="/offices/$office/settings" params={{ office: code }} search={{}}>
          {t("shell.office")}
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
  const t = useText();
  const work = useDiary(office.code, office.usualService);
  const [isSourceShown, setIsSourceShown] = useState(false);
  const { done, read, undone, file } = work.diary;
  if (done) return <BroughtInMessage office={office.code} done={done} work={work} />;
  return (
    <div className={classes("diary__work", read && "is-read")}>
      {undone && <UndoneNote key={undone.id} office={office.code} undone={undone} />}
      {read && (
        <div className="diary__change">
          {file && <SheetChoice file={file} onTake={work.take} />}
          <Button aria-expanded={isSourceShown} onClick={() => setIsSourceShown(!isSourceShown)}>
            <Icon name="edit" />
            {t("diary.change")}
          </Button>
        </div>
      )}
      {(!read || isSourceShown) && <DiarySource office={office} work={work} onRead={() => setIsSourceShown(false)} />}
      {read ? (
        <DiaryPreviewPage office={office} work={work} read={read} />
      ) : (
        <PastImports office={office.code} work={work} />
      )}
    </div>
  );
}
