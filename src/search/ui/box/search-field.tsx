import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useAfterPage } from "../../../kit/idle/after-page.ts";
import { whenIdle } from "../../../kit/idle/when-idle.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { FIELD_ID, focusPeople, RESULTS_ID } from "../focus-people.ts";
import { usePersonSearch } from "./person-search.tsx";
import { LazySearchResults } from "./results-code.ts";
import "./search-field.css";

/** «Εύρεση προσώπου», at hand on every page. */
export function SearchField() {
  const t = useText();
  const { text, isOpen, pressedFor, write, pressAhead, comeFrom, leave } = usePersonSearch();
  const field = useRef<HTMLInputElement>(null);
  const focus = () => field.current?.focus();
  useShortcuts({ Slash: focus, NumpadDivide: focus });
  usePreload();
  const onFocus = ({ relatedTarget, currentTarget }: FocusEvent<HTMLInputElement>) => {
    comeFrom(relatedTarget);
    if (!isOpen) currentTarget.select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") leave();
    else if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    else if (!focusPeople()) pressAhead(pressedFor && event.key === "Enter" ? "opening" : "people");
    event.preventDefault();
  };
  return (
    <search className="find">
      <label htmlFor={FIELD_ID}>
        <Icon name="search" />
        {t("shell.search")}
      </label>
      <input
        ref={field}
        id={FIELD_ID}
        type="search"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={t("shell.searchFor")}
        aria-keyshortcuts="/"
        aria-controls={isOpen ? RESULTS_ID : undefined}
        value={text}
        onChange={({ target }) => write(target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}

/** When the page has what it needs itself, so that the first search finds its results' code there, even offline. */
function usePreload(): void {
  const isPageThere = useAfterPage();
  useEffect(() => (isPageThere ? whenIdle(LazySearchResults.preload) : undefined), [isPageThere]);
}
