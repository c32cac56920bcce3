import { useState } from "react";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Appointment } from "../../contract.ts";
import { InVainForm } from "./in-vain-form.tsx";
import { InVainWords } from "./in-vain-words.tsx";
import { useNoteInVain } from "./use-note-in-vain.ts";
import { inQuestion, type VisitInQuestion } from "./visit-in-question.ts";

/** In the panel of an appointment that was served today: whether it was in vain. */
export function InVainOf({ office, appointment }: { office: Office; appointment: Appointment }) {
  const t = useText();
  const visit = inQuestion({ appointment, ticket: null }, t);
  return visit && <Question office={office} visit={visit} />;
}

function Question({ office, visit }: { office: Office; visit: VisitInQuestion }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { noted } = useNoteInVain(visit);
  useShortcuts({ KeyH: () => setIsOpen(true) });
  if (isOpen) return <InVainForm office={office} visit={visit} onClose={() => setIsOpen(false)} />;
  return (
    <div className="group">
      <Button aria-keyshortcuts="h" onClick={() => setIsOpen(true)}>
        <InVainWords name={visit.name} isNoted={noted !== null} />
      </Button>
      {noted?.reason && <span>{t(`inVain.reason-${noted.reason}`)}</span>}
    </div>
  );
}
