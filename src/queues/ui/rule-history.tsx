import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage, useText } from "../../web/text.tsx";
import { LoadFailed } from "../../web/ui/load-failed.tsx";
import type { Queues } from "../contract.ts";
import { changeWords } from "./change-words.ts";
import { ruleChangesQuery } from "./queries.ts";

/** Who changed what in the rules, and when; the latest first. */
export function RuleHistory({ office, page }: { office: string; page: Queues }) {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const query = useQuery({ ...ruleChangesQuery(office), enabled: isOpen });
  const changes = query.data && changeWords(query.data.changes, page, language);
  return (
    <details className="queues__more" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("queues.history")}</summary>
      {query.isLoading && <p role="status">{t("shell.loading")}</p>}
      {query.isError && <LoadFailed error={query.error} onRetry={() => query.refetch()} />}
      {changes?.length === 0 && <p>{t("queues.history-none")}</p>}
      <ol className="queues__history">
        {changes?.map(({ id, title, by, isTakenBack, lines }) => (
          <li key={id}>
            <b>{title}</b> {isTakenBack && <span className="tag">{t("queues.taken-back")}</span>}
            <p className="hint">{by}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
