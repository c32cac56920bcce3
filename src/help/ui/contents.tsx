import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { isNarrow } from "../../kit/narrow.ts";
import { useText } from "../../kit/text.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { findTasks } from "../find-tasks.ts";
import { CHAPTERS, MANUAL_ROLES, type Manual, type ManualRole, type Task } from "../manual.ts";
import type { HelpSearch } from "./help-search.ts";

interface ContentsProps {
  readonly manual: Manual;
  readonly task: Task | undefined;
  readonly role: ManualRole;
  readonly search: HelpSearch;
}

/** The tasks of one role by chapter, or those in which what was typed is found. On a narrow screen they wait to be asked for. */
export function Contents(props: ContentsProps) {
  const t = useText();
  const [text, setText] = useState("");
  return (
    <nav aria-label={t("help.contents")}>
      <details className="help__contents" open={!isNarrow()}>
        <summary>{t("help.contents")}</summary>
        <Field label={t("help.search")}>
          {(wiring) => (
            <input
              className="input"
              {...wiring}
              type="search"
              autoComplete="off"
              placeholder={t("help.search-example")}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        {text.trim() === "" ? <OfRole {...props} /> : <Found {...props} text={text} />}
      </details>
    </nav>
  );
}

function OfRole({ manual, task, role, search }: ContentsProps) {
  const t = useText();
  const ofRole = manual.filter((each) => each.role === role);
  return (
    <>
      <RoleSwitch manual={manual} role={role} search={search} />
      {CHAPTERS.map((chapter) => {
        const tasks = ofRole.filter((each) => each.chapter === chapter);
        return (
          tasks.length > 0 && (
            <section key={chapter}>
              <h2>{t(`help.chapter-${chapter}`)}</h2>
              <TaskLinks tasks={tasks} task={task} search={search} />
            </section>
          )
        );
      })}
    </>
  );
}

/** To the first task of each role. */
function RoleSwitch({ manual, role, search }: Pick<ContentsProps, "manual" | "role" | "search">) {
  const t = useText();
  return (
    <div className="segments help__roles" role="group" aria-label={t("help.roles")}>
      {MANUAL_ROLES.map((each) => {
        const first = manual.find((task) => task.role === each);
        return (
          first && (
            <Link
              key={each}
              to="/help/$task"
              params={{ task: first.name }}
              search={search}
              activeProps={{ "aria-current": undefined }}
              aria-current={each === role ? "true" : undefined}
            >
              {t(`help.role-${each}`)}
            </Link>
          )
        );
      })}
    </div>
  );
}

function Found({ manual, task, search, text }: ContentsProps & { text: string }) {
  const t = useText();
  const found = findTasks(manual, text);
  return (
    <>
      <p role="status">{found.length > 0 ? t("help.found", { count: found.length }) : t("help.found-none")}</p>
      <TaskLinks tasks={found} task={task} search={search} />
    </>
  );
}

function TaskLinks({ tasks, task, search }: Pick<ContentsProps, "task" | "search"> & { tasks: readonly Task[] }) {
  return (
    <ul>
      {tasks.map(({ name, title }) => (
        <li key={name}>
          <Link
            to="/help/$task"
            params={{ task: name }}
            search={search}
            activeProps={{ "aria-current": undefined }}
            aria-current={name === task?.name ? "page" : undefined}
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
