import { useRef, useState } from "react";
import { timeOf } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { Space, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { visitName } from "../waiting/visit-name.ts";
import { InVainDialog } from "./in-vain-dialog.tsx";
import { InVainForm } from "./in-vain-form.tsx";
import { askInVain } from "./in-vain-question.ts";
import { InVainWords } from "./in-vain-words.tsx";
import { servedAtFocus } from "./served-at-focus.ts";
import { useNoteInVain } from "./use-note-in-vain.ts";
import { inQuestion, lastServedAt, type TodaysVisits, type VisitInQuestion } from "./visit-in-question.ts";

interface LastServedProps {
  readonly office: Office;
  /** Whose counter it is; null: none is open */
  readonly queue: number | null;
  readonly visits: TodaysVisits;
  /** «Επόμενος» */
  readonly onNext: () => void;
}

/** Whose visit ended last at this counter: one key says that they came in vain, or whose row or card has the focus. */
export function LastServedPart({ office, queue, visits, onNext }: LastServedProps) {
  const t = useText();
  const toast = useToasts();
  const { search } = useDayAddress();
  const [openFor, setOpenFor] = useState<string | null>(null);
  const last = queue === null ? null : lastServedAt(queue, visits);
  const visit = last && inQuestion(last, t);
  const at = (last?.appointment ?? last?.ticket)?.statusAt;
  const ask = () => {
    const focused = servedAtFocus(visits);
    if (focused && inQuestion(focused, t)) askInVain(focused);
    else if (focused) toast.show({ tone: "error", text: t("inVain.no-service"), about: visitName(focused, t) });
    else if (visit) setOpenFor(visit.id);
  };
  // What is open in the panel has this key for itself.
  useShortcuts(search.panel === undefined ? { KeyH: ask } : {});
  return (
    <>
      {visit && at && (
        <Part
          key={visit.id}
          {...{ office, visit, onNext }}
          until={timeOf(at)}
          isOpen={openFor === visit.id}
          onOpen={(isOpening) => setOpenFor(isOpening ? visit.id : null)}
        />
      )}
      <InVainDialog office={office} />
    </>
  );
}

interface PartProps extends Pick<LastServedProps, "office" | "onNext"> {
  readonly visit: VisitInQuestion;
  readonly until: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpening: boolean) => void;
}

function Part({ office, visit, until, isOpen, onOpen, onNext }: PartProps) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  const { noted } = useNoteInVain(visit);
  const close = () => {
    onOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <div className="waiting__part waiting__last">
        <p>
          <small>{t("inVain.until", { time: until })}</small>
          <Space />
          <span>{visit.name}</span>
        </p>
        <Button ref={button} size="small" aria-keyshortcuts="h" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <InVainWords name={visit.name} isNoted={noted !== null} />
        </Button>
      </div>
      {isOpen && (
        <div className="waiting__line waiting__in-vain sheet">
          <InVainForm
            office={office}
            visit={visit}
            onClose={close}
            onNext={() => {
              close();
              onNext();
            }}
          />
        </div>
      )}
    </>
  );
}
