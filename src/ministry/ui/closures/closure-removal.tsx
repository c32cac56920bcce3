import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Closure, Closures } from "../../contract.ts";
import { checkClosureRemoval, deleteClosure, sendClosure } from "../acts.ts";
import { RemovalDialog } from "../removal-dialog.tsx";
import { useConsequence } from "../use-consequence.ts";
import { useContraryAct } from "../use-contrary-act.ts";
import { closureRequestOf, closureTexts, stateOf } from "./closure-texts.ts";

interface ClosureRemovalProps {
  readonly closure: Closure;
  readonly now: Closures["now"];
  readonly onClose: () => void;
}

export function ClosureRemoval({ closure, now, onClose }: ClosureRemovalProps) {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const consequence = useConsequence();
  const { id, reason } = closure;
  const isRunning = stateOf(closure, now) === "running";
  const again = () => sendClosure(closureRequestOf(closureTexts(closure)), null, crypto.randomUUID());
  const done = () => {
    const text = t(isRunning ? "ministry.closure-ended" : "ministry.closure-removed", { reason });
    // A closure that has begun keeps its past; taken back it would stand there twice.
    toasts.show({ text, ...(!isRunning && takeBack("closure-removed", again)) });
    onClose();
  };
  return (
    <RemovalDialog
      id={id}
      title={t(isRunning ? "ministry.closure-end-title" : "ministry.closure-remove-title", { reason })}
      no={t("ministry.closure-keep")}
      yes={t(isRunning ? "ministry.closure-end-yes" : "ministry.closure-remove-yes")}
      consequence={(preview) => consequence.ofRemoval(preview, closure)}
      check={() => checkClosureRemoval(id)}
      act={() => deleteClosure(id)}
      onDone={done}
      onClose={onClose}
    />
  );
}
