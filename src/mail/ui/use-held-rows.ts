import { useState } from "react";
import type { ListedMail } from "../contract.ts";

interface HeldRows {
  readonly held: readonly ListedMail[];
  readonly onHold: (mail: ListedMail, isHeld: boolean) => void;
}

/** Letters whose rows stay while something that was sent from them is not accepted, whatever the server lists by then. */
export function useHeldRows(): HeldRows {
  const [held, setHeld] = useState<readonly ListedMail[]>([]);
  return {
    held,
    onHold: (mail, isHeld) =>
      setHeld((those) => {
        const others = those.filter(({ id }) => id !== mail.id);
        return isHeld ? [...others, mail] : others;
      }),
  };
}
