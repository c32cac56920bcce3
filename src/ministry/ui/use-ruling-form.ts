import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useArming } from "../../kit/form/armed-button.tsx";
import type { FormOptions, Submission } from "../../kit/form/form.ts";
import type { Texts } from "../../kit/form/typing.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import type { Ruled, RulingPreview } from "../contract.ts";
import { askMinistryAgain } from "./queries.ts";

/** What it would do is seen first, as a preview; then it is done, with an answer. */
export interface Ruling<Preview extends object = RulingPreview, Answer = Ruled>
  extends Pick<FormOptions<Answer>, "begins" | "stands" | "version" | "standsIn"> {
  readonly name: string;
  readonly required: readonly string[];
  check(values: Texts): Promise<Preview>;
  send(submission: Submission): Promise<Answer>;
  consequence(preview: Preview, values: Texts): readonly string[];
  done(answer: Answer, submission: Submission): void;
}

/** A form whose consequence is seen first: the first press shows it, the second does it. A change asks for it anew. */
export function useRulingForm<Preview extends object, Answer>({
  name,
  required,
  check,
  send,
  consequence,
  done,
  ...picture
}: Ruling<Preview, Answer>) {
  const queryClient = useQueryClient();
  const checking = useMutation({ mutationFn: check });
  const form = useForm<Answer>({
    ...picture,
    key: useFormKey(`ministry ${name}`, null),
    faults: (values) =>
      required.filter((field) => values[field]?.trim() === "").map((field) => ({ field, code: "field-required" })),
    send,
    onSaved: (answer, submission) => {
      void askMinistryAgain(queryClient);
      done(answer, submission);
    },
    onRefused: () => {
      checking.reset();
      // Somebody else may have been first.
      void askMinistryAgain(queryClient);
    },
  });
  const isOfThis = JSON.stringify(checking.variables) === JSON.stringify(form.values);
  const preview = (isOfThis && checking.data) || null;
  const sentences = preview && consequence(preview, form.values);
  const arming = useArming(sentences?.join(" ") ?? null);
  const submit = () => {
    if (checking.isPending) return;
    if (preview && arming.isArmed) form.submit();
    else if (preview) arming.look();
    else if (form.isReady()) checking.mutate(form.values, { onError: form.refuse });
  };
  return { form, preview, sentences, arming, isChecking: checking.isPending, submit };
}
