import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CallOptions, call } from "../../kit/api.ts";
import { contentKeys } from "../../kit/form/content-keys.ts";
import type { Changed } from "../../proposals/contract.ts";
import { forgetOffice, officePath } from "../../proposals/ui/queries.ts";
import { useRulesChanged } from "../../proposals/ui/use-rules-changed.ts";

/** The request to the server, and the sentence of the page once it is done. */
export interface RuleAct extends Pick<CallOptions, "method" | "body" | "version"> {
  /** Below the office's own path */
  readonly path: string;
  readonly done: string;
}

/** Acts that concern no appointment: they are done at once. */
export function useRule(office: string) {
  const queryClient = useQueryClient();
  const [keyOf, setKeyOf] = useState(() => contentKeys());
  const tell = useRulesChanged(office);
  return useMutation({
    mutationFn: ({ path, done: _, ...act }: RuleAct) =>
      call<Changed>(officePath(office, path), {
        ...act,
        idempotencyKey: keyOf([path, act.body, act.version]),
      }),
    onSuccess: (changed, { done }) => {
      // The same act another time is another act.
      setKeyOf(() => contentKeys());
      tell(changed, done);
    },
    // Whatever stood in the way may not be on the page yet.
    onError: () => void forgetOffice(queryClient, office),
  });
}
