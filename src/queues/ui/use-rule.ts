import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { contentKeys } from "../../appointments/ui/panel/idempotency.ts";
import type { Changed } from "../../proposals/contract.ts";
import { type Call, call } from "../../web/api.ts";
import { useText } from "../../web/text.tsx";
import { useToasts } from "../../web/toasts.tsx";
import { forgetOffice, rulePath } from "./queries.ts";

const PATIENCE_MS = 10_000;

/** What is asked of the server, and what the page says once it is so. */
export interface RuleAct extends Pick<Call, "method" | "body" | "version"> {
  /** Below the office's own path */
  readonly path: string;
  readonly done: string;
}

/** Acts that concern no appointment: they are done at once. */
export function useRule(office: string, onDone?: () => void) {
  const queryClient = useQueryClient();
  const [keyOf, setKeyOf] = useState(() => contentKeys());
  const tell = useChanged(office);
  return useMutation({
    mutationFn: ({ path, done: _, ...act }: RuleAct) =>
      call<Changed>(rulePath(office, path), {
        ...act,
        idempotencyKey: keyOf([path, act.body, act.version]),
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    onSuccess: (changed, { done }) => {
      // The same act another time is another act.
      setKeyOf(() => contentKeys());
      tell(changed, done);
      onDone?.();
    },
    // Whatever stood in the way may not be on the page yet.
    onError: () => void forgetOffice(queryClient, office),
  });
}

/** Says what was changed, shows it everywhere, and offers to take it back. */
export function useChanged(office: string): (changed: Changed, done: string) => void {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return ({ change }, done) => {
    void forgetOffice(queryClient, office);
    if (change === null) return toasts.show({ text: t("queues.nothing-changed"), tone: "info" });
    const undo = async () => {
      await call(rulePath(office, `rule-changes/${change}/undo`), { method: "POST" });
      void forgetOffice(queryClient, office);
      toasts.show({ text: t("queues.undone", { done }) });
    };
    toasts.show({ text: done, undo });
  };
}
