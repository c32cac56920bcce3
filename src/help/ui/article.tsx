import { focusAtMount } from "../../kit/focus.ts";
import { useText } from "../../kit/text.tsx";
import type { Task } from "../manual.ts";
import { Blocks } from "./blocks.tsx";
import type { HelpSearch } from "./help-search.ts";

/** One task: whose it is, what one does, what one sees, and what to do when it goes otherwise. */
export function Article({ task, search }: { task: Task; search: HelpSearch }) {
  const t = useText();
  const { title, role, chapter, blocks } = task;
  return (
    <article className="help__article">
      <p className="hint">{t("help.about", { role: t(`help.role-${role}`), chapter: t(`help.chapter-${chapter}`) })}</p>
      <h1 tabIndex={-1} ref={focusAtMount}>
        {title}
      </h1>
      <Blocks blocks={blocks} search={search} />
    </article>
  );
}
