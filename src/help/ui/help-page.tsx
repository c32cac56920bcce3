import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { Message } from "../../kit/ui/message.tsx";
import type { Manual, ManualRole } from "../manual.ts";
import { taskFor } from "../task-for.ts";
import { Article } from "./article.tsx";
import { Beside } from "./beside.tsx";
import { Contents } from "./contents.tsx";
import { validateHelpSearch } from "./help-search.ts";
import { InManual } from "./in-manual.tsx";
import "../../text/help-words.ts";
import "./help.css";

/** «Βοήθεια»: the task of the page from which it was opened, or the one that its address names. */
export const HelpPage = () => <InManual>{(manual) => <Help manual={manual} />}</InManual>;

function Help({ manual }: { manual: Manual }) {
  const t = useText();
  const { task: name } = useParams({ strict: false });
  const search = validateHelpSearch(useSearch({ strict: false }));
  const roles = useManualRoles();
  const task = name ? manual.find((each) => each.name === name) : taskFor(manual, search.page ?? "", roles);
  return (
    <div className="help">
      <title>{`${task ? `${t("shell.help")}: ${task.title}` : t("shell.help")} | ${t("shell.appName")}`}</title>
      <Contents manual={manual} task={task} role={task?.role ?? roles[0] ?? "operator"} search={search} />
      {task ? <Article key={task.name} task={task} search={search} /> : <Gone />}
      <Beside task={task} search={search} />
    </div>
  );
}

/** A head does what a clerk does, too. */
function useManualRoles(): readonly ManualRole[] {
  const { offices, employee } = useMe();
  const isHead = offices.some(({ roles }) => roles.includes("administrator"));
  return [
    ...(offices.length > 0 ? (["operator"] as const) : []),
    ...(isHead ? (["administrator"] as const) : []),
    ...(employee.ministry ? (["ministry"] as const) : []),
  ];
}

function Gone() {
  const t = useText();
  return (
    <Message title={t("help.gone-title")} text={t("help.gone-text")} level={1}>
      <Link className={buttonClass("primary")} to="/help" search={{}}>
        {t("help.to-first")}
      </Link>
    </Message>
  );
}
