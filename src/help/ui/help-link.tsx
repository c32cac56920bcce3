import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { usePageKeys } from "../../kit/shortcuts.ts";
import { useText } from "../../kit/text.tsx";
import { type HelpSearch, validateHelpSearch } from "./help-search.ts";

/** «Βοήθεια», by its link and by F1: it opens at the page one stands on. */
export function HelpLink() {
  const t = useText();
  const search = useHelpSearch();
  useHelpKey(search);
  return (
    <Link to="/help" search={search} activeOptions={{ includeSearch: false }} aria-keyshortcuts="F1">
      {t("shell.help")}
    </Link>
  );
}

/** Within the help it stays the page from which that was opened. */
function useHelpSearch(): HelpSearch {
  const { href, pathname, search } = useRouterState({ select: ({ location }) => location });
  return validateHelpSearch(pathname.startsWith("/help") ? { ...search } : { page: href });
}

/** While somebody types as well: what was typed is kept. A dialog is answered first. */
function useHelpKey(search: HelpSearch): void {
  const navigate = useNavigate();
  usePageKeys((event) => {
    if (event.key !== "F1" || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: "/help", search });
  });
}
