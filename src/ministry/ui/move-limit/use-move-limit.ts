import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { MoveLimit } from "../../contract.ts";
import { moveLimitErrors } from "../../rules.ts";
import { putMoveLimit } from "../acts.ts";
import { askMinistryAgain, moveLimitQuery } from "../queries.ts";

/** Under which name it is kept what was typed */
export const MOVE_LIMIT_FORM = "move limit";

export function useMoveLimit(limit: MoveLimit): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const remember = (latest: MoveLimit) => queryClient.setQueryData(moveLimitQuery.queryKey, latest);
  return useForm<MoveLimit>({
    key: useFormKey(MOVE_LIMIT_FORM, null),
    stands: limitTexts(limit),
    version: limit.version,
    standsIn: (current) => limitTexts(current as MoveLimit),
    savedAs: limitTexts,
    faults: (values) => moveLimitErrors({ moves: movesIn(values) }),
    send: ({ values, version = limit.version }) => putMoveLimit(movesIn(values), version),
    onSaved: (saved) => {
      remember(saved);
      toasts.show({ text: t("ministry.move-limit-saved", { count: saved.moves }) });
      void askMinistryAgain(queryClient);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) remember(current as MoveLimit);
    },
  });
}

const limitTexts = ({ moves }: MoveLimit): Texts => ({ moves: String(moves) });

/** 0, which is refused, where it is no number. */
const movesIn = ({ moves = "" }: Texts): number => (/^\s*\d+\s*$/.test(moves) ? Number(moves) : 0);
