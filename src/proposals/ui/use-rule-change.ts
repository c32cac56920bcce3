import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../kit/failure.ts";
import { contentKeys, type KeyOf } from "../../kit/form/content-keys.ts";
import { useText } from "../../kit/text.tsx";
import type { Changed } from "../contract.ts";
import { type Choice, type Choices, choicesFor, countsOf, decisionsOf, type Mode } from "./decisions.ts";
import { forgetOffice } from "./queries.ts";
import { presentVersion, proposalIn, proposalQuery, type RuleRequest, sendRuleChange } from "./rule-request.ts";

const NOTHING_OWN: Readonly<Record<Mode, Choices>> = { move: new Map(), stay: new Map() };

export interface RuleChangeAnswers {
  /** Absent: a form sends it, and hears by itself */
  readonly onDone?: (changed: Changed) => void;
  /** A colleague was first: the form shows what changed; absent: a head who presses again has been told of it */
  readonly onOvertaken?: ((error: Error) => void) | undefined;
  /** The form's own keys, so that what it asked for before is not done twice */
  readonly keyOf?: KeyOf | undefined;
  /** What becomes of those there are, until the head says otherwise; absent: they move */
  readonly preset?: Mode | undefined;
}

interface Sent {
  /** The question, as a text */
  readonly asked: string;
  readonly version?: number | undefined;
}

/** A ruling from its preview to its answer, with what the head decides on the way. */
export function useRuleChange(
  ruling: RuleRequest,
  isAsked: boolean,
  { onDone, onOvertaken, preset = "move", ...of }: RuleChangeAnswers,
) {
  const t = useText();
  const queryClient = useQueryClient();
  const query = proposalQuery(ruling);
  const preview = useQuery({
    ...query,
    enabled: isAsked && query.enabled !== false,
    placeholderData: keepPreviousData,
  });
  const [mode, setMode] = useState<Mode>(preset);
  const [own, setOwn] = useState(NOTHING_OWN);
  const [stale, setStale] = useState<string | null>(null);
  const [ownKeys] = useState(contentKeys);
  const keyOf = of.keyOf ?? ownKeys;
  const [told, setTold] = useState<number>();
  const asked = JSON.stringify(query.queryKey);
  // Of a wish that can't be read nothing is known, not even what the one before would have done.
  const proposal = isAsked ? preview.data : undefined;
  const chosen = proposal && choicesFor(proposal, mode, own[mode]);
  const act = useMutation({
    mutationFn: (sent: Sent) => {
      const decisions = proposal && chosen ? decisionsOf(proposal, chosen) : [];
      const { method, path, body } = ruling;
      // A head who presses again has been told of the change.
      const version = sent.version ?? told ?? ruling.version;
      return sendRuleChange({ ...ruling, version }, decisions, keyOf({ method, path, body, decisions, version }));
    },
    onSuccess: (changed) => onDone?.(changed),
    onError: (error) => {
      const version = presentVersion(error);
      if (version !== null && onOvertaken) return onOvertaken(error);
      if (version !== null) {
        setTold(version);
        void forgetOffice(queryClient, ruling.office);
      }
      const present = proposalIn(error);
      if (!present) return;
      // Without one before, nothing that was seen has become old.
      setStale(proposal ? asked : null);
      queryClient.setQueryData(query.queryKey, present);
    },
  });
  // The failure of another wish is over once the form says something else.
  const error = act.variables?.asked === asked ? act.error : null;
  return {
    preview,
    proposal,
    chosen,
    counts: proposal && chosen && countsOf(proposal, chosen),
    mode,
    setMode,
    choose: (id: string, choice: Choice) =>
      setOwn((before) => ({ ...before, [mode]: new Map(before[mode]).set(id, choice) })),
    isStale: stale === asked,
    failure: error && !proposalIn(error) ? sentenceOf(error, t, t("shell.noAnswerForm")) : null,
    isPending: act.isPending,
    /** Once; a second press while it runs is the same one */
    send: () => {
      if (act.isPending) return;
      setStale(null);
      act.mutate({ asked });
    },
    /** For a form, which knows the version that was seen */
    sendWith: (version: number | undefined): Promise<Changed> => {
      setStale(null);
      return act.mutateAsync({ asked, version });
    },
  };
}

export type RuleChangeState = ReturnType<typeof useRuleChange>;
