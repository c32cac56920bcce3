import { flushSync } from "react-dom";
import { draftKey } from "../../appointments/ui/panel/draft-store.ts";
import { handOver } from "../../appointments/ui/panel/hand-over.ts";
import { useMe } from "../../kit/me.ts";
import type { SearchHit } from "./found.ts";
import { knownOf } from "./known-person.ts";
import { usePersonSearch } from "./person-search.tsx";
import { useOpening } from "./use-opening.ts";

/** A new appointment for somebody who was found. */
export function useNewFor({ office, person }: SearchHit): () => void {
  const { employee } = useMe();
  const { close } = usePersonSearch();
  const { openNew } = useOpening();
  return () => {
    // A form that is open already begins anew, and takes the focus only where it can be seen.
    flushSync(close);
    handOver(draftKey(employee.id, office.code), office.code, knownOf(person));
    openNew(office.code);
  };
}
