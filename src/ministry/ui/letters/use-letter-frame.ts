import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { LetterFrame, LetterFrameRequest } from "../../contract.ts";
import { letterFrameErrors } from "../../rules.ts";
import { putLetterFrame } from "../acts.ts";
import { askMinistryAgain, letterFrameQuery } from "../queries.ts";

/** Under which name it is kept what was typed */
export const FRAME_FORM = "letter frame";

/** The form of what all letters have in common, saved as a whole. */
export function useLetterFrame(frame: LetterFrame): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const remember = (latest: LetterFrame) => queryClient.setQueryData(letterFrameQuery.queryKey, latest);
  return useForm<LetterFrame>({
    key: useFormKey(FRAME_FORM, null),
    stands: frameTexts(frame),
    version: frame.version,
    standsIn: (current) => frameTexts(current as LetterFrame),
    savedAs: frameTexts,
    faults: (values) => letterFrameErrors(frameRequestOf(values)),
    send: ({ values, version = frame.version }) => putLetterFrame(frameRequestOf(values), version),
    onSaved: (saved) => {
      remember(saved);
      toasts.show({ text: t("ministry.letters-saved") });
      void askMinistryAgain(queryClient);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) remember(current as LetterFrame);
    },
  });
}

const frameTexts = ({ senderName, foot, footEn }: LetterFrame): Texts => ({
  senderName,
  foot: foot ?? "",
  footEn: footEn ?? "",
});

export const frameRequestOf = ({ senderName = "", foot, footEn }: Texts): LetterFrameRequest => ({
  senderName,
  foot: foot || null,
  footEn: footEn || null,
});
