import { useState } from "react";
import { flushSync } from "react-dom";
import type { Draft } from "../../appointments/ui/panel/draft.ts";
import { draftKey } from "../../appointments/ui/panel/draft-store.ts";
import { draftOfAnother, handOver } from "../../appointments/ui/panel/hand-over.ts";
import { useMe } from "../../web/me.ts";
import type { Found } from "./found.ts";
import { knownOf } from "./known-person.ts";
import { usePersonSearch } from "./person-search.tsx";
import { useOpening } from "./use-opening.ts";

/** A new appointment for somebody who was found. A draft for somebody else is asked about first. */
export function useNewFor({ office, person }: Found) {
  const { employee } = useMe();
  const { close } = usePersonSearch();
  const { openNew } = useOpening();
  const [other, setOther] = useState<Draft | null>(null);
  const key = draftKey(employee.id, office.code);
  const known = knownOf(person);
  const replace = () => {
    // A form that is open already begins anew, and takes the focus only where it can be seen.
    flushSync(close);
    handOver(key, office.code, known);
    openNew(office.code);
  };
  return {
    /** The draft that is in the way */
    other,
    begin: () => {
      const another = draftOfAnother(key, known);
      if (another) setOther(another);
      else replace();
    },
    replace,
    goOn: () => openNew(office.code),
    dismiss: () => setOther(null),
  };
}
