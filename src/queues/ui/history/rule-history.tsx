import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { focusAtMount } from "../../../kit/focus.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Queues } from "../../contract.ts";
import { ruleChangesQuery } from "../queries.ts";
import { type ChangeWords, changeWords } from "./change-words.ts";

/** The changes of the rules, each with its author and time; the latest first, earlier ones below when asked for. */
export function RuleHistory({ office, page }: { office: string; page: Queues }) {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const [firstOlder, setFirstOlder] = useState<string | null>(null);
  const query = useInfiniteQuery({ ...ruleChangesQuery(office), enabled: isOpen });
  const { data, error, isFetchNextPageError, isFetchingNextPage } = query;
  const pages = data?.pages ?? [];
  const people = pages.flatMap(({ employees }) => employees);
  const changes = changeWords(
    pages.flatMap((each) => each.changes),
    page.queues,
    people,
    language,
  );
  const showOlder = async () => {
    if (isFetchingNextPage) return;
    const next = await query.fetchNextPage();
    setFirstOlder(next.isError ? null : (next.data?.pages.at(-1)?.changes[0]?.id ?? null));
  };
  return (
    <details className="queues__more" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("queues.history")}</summary>
      {query.isLoading && <p role="status">{t("shell.loading")}</p>}
      {data && changes.length === 0 && <p>{t("queues.history-none")}</p>}
      <ol className="queues__history">
        {changes.map((change) => (
          <Change key={change.id} change={change} isReached={change.id === firstOlder} />
        ))}
      </ol>
      {error && <LoadFailed error={error} onRetry={() => (isFetchNextPageError ? showOlder() : query.refetch())} />}
      {query.hasNextPage && !isFetchNextPageError && (
        <Button onClick={showOlder}>{t(isFetchingNextPage ? "shell.loading" : "queues.history-older")}</Button>
      )}
    </details>
  );
}

interface ChangeProps {
  readonly change: ChangeWords;
  /** The first of those that were asked for: reading goes on there */
  readonly isReached: boolean;
}

const Change = ({ change: { title, by, isTakenBack, lines }, isReached }: ChangeProps) => {
  const t = useText();
  return (
    <li tabIndex={-1} ref={isReached ? focusAtMount : null}>
      <b>{title}</b> {isTakenBack && <span className="badge">{t("queues.taken-back")}</span>}
      <p className="hint">{by}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </li>
  );
};
