import { useRef, useState } from "react";
import { timeOf } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { Space, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { Appointment } from "../../contract.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { InVainForm } from "./in-vain-form.tsx";
import { InVainWords } from "./in-vain-words.tsx";
import { useNoteInVain } from "./use-note-in-vain.ts";
import { inQuestion, lastServedAt, type VisitInQuestion } from "./visit-in-question.ts";

interface LastServedProps {
  readonly office: Office;
  /** Whose counter it is */
  readonly queue: number;
  /** Of today */
  readonly visits: { readonly appointments: readonly Appointment[]; readonly tickets: readonly Ticket[] };
  /** «Επόμενος» */
  readonly onNext: () => void;
}

/** Whose visit ended last at this counter: one key says that they came in vain. */
export function LastServedPart({ office, queue, visits, onNext }: LastServedProps) {
  const t = useText();
  const last = lastServedAt(queue, visits.appointments, visits.tickets);
  const visit = last && inQuestion(last, t);
  const at = (last?.appointment ?? last?.ticket)?.statusAt;
  return visit && at ? <Part key={visit.id} {...{ office, visit, onNext }} until={timeOf(at)} /> : null;
}

interface PartProps extends Omit<LastServedProps, "queue" | "visits"> {
  readonly visit: VisitInQuestion;
  readonly until: string;
}

function Part({ office, visit, until, onNext }: PartProps) {
  const t = useText();
  const { search } = useDayAddress();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { noted } = useNoteInVain(visit);
  // What is open in the panel has this key for itself.
  useShortcuts({ KeyH: () => search.panel === undefined && setIsOpen(true) });
  const close = () => {
    setIsOpen(false);
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
        <Button
          ref={button}
          size="small"
          aria-keyshortcuts="h"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
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
