import { useRouterState } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { usePageKeys } from "../../../kit/shortcuts.ts";
import { hereNow, type PlaceBefore, returnTo } from "./place-before.ts";

/**
 * The search of this employee, on whatever page. It lives here only: a name in an address or in the browser's storage would
 * stay in histories, and at the computer for whoever comes next.
 */
export interface PersonSearch {
  readonly text: string;
  /** Its results stand in place of the page */
  readonly isOpen: boolean;
  /** What the clerk has pressed for already, and is done as soon as the people are there; null: nothing */
  readonly pressedFor: PressedFor | null;
  write(text: string): void;
  pressAhead(wish: PressedFor): void;
  peopleReached(): void;
  /** The field is entered from there: the way back */
  comeFrom(element: Element | null): void;
  /** Back to where she was */
  leave(): void;
  /** On to another page; what she sought stays in the field */
  close(): void;
}

/** To go on to the people, or to open the first of them */
export type PressedFor = "people" | "opening";

const PersonSearchContext = createContext<PersonSearch | null>(null);

export function usePersonSearch(): PersonSearch {
  const search = useContext(PersonSearchContext);
  if (!search) throw new Error("There is no search on this page.");
  return search;
}

export function PersonSearchProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const [isWanted, setIsWanted] = useState(false);
  const [pressedFor, setPressedFor] = useState<PressedFor | null>(null);
  const before = useRef<PlaceBefore | null>(null);
  const isOpen = isWanted && text.trim() !== "";
  const close = () => {
    setIsWanted(false);
    setPressedFor(null);
  };
  const leave = () => {
    // The page must be there again before it can take the focus.
    flushSync(() => {
      close();
      setText("");
    });
    returnTo(before.current);
  };
  useOtherPage(close);
  useEscape(isOpen, leave);
  const search: PersonSearch = {
    text,
    isOpen,
    pressedFor,
    write: (typed) => {
      setText(typed);
      setIsWanted(true);
      setPressedFor(null);
    },
    pressAhead: (wish) => {
      setIsWanted(true);
      setPressedFor(wish);
    },
    peopleReached: () => setPressedFor(null),
    comeFrom: (element) => {
      if (!isOpen) before.current = hereNow(element);
    },
    leave,
    close,
  };
  return <PersonSearchContext value={search}>{children}</PersonSearchContext>;
}

/** Going to another page ends the search. The first page only leads on by itself. */
function useOtherPage(close: () => void): void {
  const address = useRouterState({ select: ({ location }) => location.href });
  const [known, setKnown] = useState(address);
  if (address === known) return;
  setKnown(address);
  if (known !== "/") close();
}

function useEscape(isOpen: boolean, leave: () => void): void {
  usePageKeys((event) => {
    if (!isOpen || event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
}
