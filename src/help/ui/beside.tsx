import { Link, useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { focusById } from "../../kit/focus.ts";
import { useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Task } from "../manual.ts";
import { partId } from "./blocks.tsx";
import { Edition } from "./edition.tsx";
import type { HelpSearch } from "./help-search.ts";
import { pageName } from "./page-names.ts";

interface BesideProps {
  readonly task: Task | undefined;
  readonly search: HelpSearch;
}

/** The parts of the task, the manual as a whole, and the way back. */
export function Beside({ task, search }: BesideProps) {
  const t = useText();
  return (
    <div className="help__beside">
      <PartsOf task={task} />
      <section className="sheet" aria-labelledby="help-manual">
        <h2 id="help-manual">{t("help.manual")}</h2>
        <p>
          <Edition />
        </p>
        <Link className={buttonClass("plain", "small", "wrapping")} to="/help/print" search={search}>
          <Icon name="print" />
          {t("help.whole")}
        </Link>
      </section>
      {search.page && <OpenedFrom page={search.page} />}
      <p className="hint">{t("help.ask")}</p>
    </div>
  );
}

function PartsOf({ task }: { task: Task | undefined }) {
  const t = useText();
  const parts = (task?.blocks ?? []).flatMap((block) => (block.kind === "heading" ? [block] : []));
  if (parts.length < 2) return null;
  return (
    <nav className="sheet" aria-labelledby="help-parts">
      <h2 id="help-parts">{t("help.on-page")}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part.line}>
            <a href={`#${partId(part)}`} onClick={() => focusById(partId(part))}>
              {part.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Back without loading the program anew, which would lose drafts. */
function OpenedFrom({ page }: { page: string }) {
  const t = useText();
  const router = useRouter();
  const goBack = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(page);
  };
  const name = pageName(page, t);
  return (
    <p className="note">
      {name && (
        <>
          {t("help.opened-from")} <b>{name}</b>.{" "}
        </>
      )}
      <a href={page} onClick={goBack}>
        {t("help.back")}
      </a>
    </p>
  );
}
