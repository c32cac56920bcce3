import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { CHAPTERS, type Chapter, MANUAL_ROLES, type Manual, type ManualRole } from "../manual.ts";
import { Blocks } from "./blocks.tsx";
import { Edition } from "./edition.tsx";
import { InManual } from "./in-manual.tsx";
import "../../text/help-words.ts";
import "./help.css";
import "./manual-print.css";

/** The whole manual on one page, with a cover and its contents: to print, or to keep as a PDF. */
export const ManualPrintPage = () => <InManual>{(manual) => <WholeManual manual={manual} />}</InManual>;

function WholeManual({ manual }: { manual: Manual }) {
  const t = useText();
  return (
    <div className="manual">
      <title>{`${t("help.manual")} | ${t("shell.appName")}`}</title>
      <div className="note manual__note">
        <Button look="primary" onClick={() => print()}>
          <Icon name="print" />
          {t("help.print")}
        </Button>
        <p className="hint">{t("help.print-hint")}</p>
      </div>
      <header className="manual__cover">
        <p>{t("shell.appName")}</p>
        <h1>{t("help.manual")}</h1>
        <p>
          <Edition />
        </p>
        <p className="hint">{t("help.print-people")}</p>
      </header>
      <ManualContents manual={manual} />
      {partsOf(manual).map(({ role, chapter, tasks }) => (
        <section key={`${role} ${chapter}`} className="manual__part">
          <h2>{t("help.about", { role: t(`help.role-${role}`), chapter: t(`help.chapter-${chapter}`) })}</h2>
          {tasks.map(({ name, title, blocks }) => (
            <article key={name} className="help__article" id={name}>
              <h3>{title}</h3>
              <Blocks blocks={blocks} search={null} />
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}

function ManualContents({ manual }: { manual: Manual }) {
  const t = useText();
  return (
    <nav className="manual__contents" aria-labelledby="manual-contents">
      <h2 id="manual-contents">{t("help.contents")}</h2>
      {partsOf(manual).map(({ role, chapter, tasks }) => (
        <section key={`${role} ${chapter}`}>
          <h3>{t("help.about", { role: t(`help.role-${role}`), chapter: t(`help.chapter-${chapter}`) })}</h3>
          <ul>
            {tasks.map(({ name, title }) => (
              <li key={name}>
                <a href={`#${name}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface ManualPart {
  readonly role: ManualRole;
  readonly chapter: Chapter;
  readonly tasks: Manual;
}

/** Role by role, chapter by chapter. */
const partsOf = (manual: Manual): ManualPart[] =>
  MANUAL_ROLES.flatMap((role) =>
    CHAPTERS.map((chapter) => ({
      role,
      chapter,
      tasks: manual.filter((task) => task.role === role && task.chapter === chapter),
    })),
  ).filter(({ tasks }) => tasks.length > 0);
