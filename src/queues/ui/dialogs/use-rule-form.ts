import { useQueryClient } from "@tanstack/react-query";
import { type CallOptions, call } from "../../../kit/api.ts";
import type { Form, FormOptions, Submission } from "../../../kit/form/form.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-kept.ts";
import type { Changed } from "../../../proposals/contract.ts";
import { forgetOffice, officePath } from "../../../proposals/ui/queries.ts";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Queue } from "../../contract.ts";

type OfForm = Pick<FormOptions<Changed>, "begins" | "restsOnAll" | "faults">;

interface RuleForm extends OfForm {
  readonly office: string;
  /** Its name, by which what was typed is found again */
  readonly name: string;
  /** The queue there is, with what it says of the form's fields */
  readonly of?: { readonly queue: Queue; readonly read: (queue: Queue) => Texts } | undefined;
  readonly request: (submission: Submission) => RuleRequest;
  readonly done: (values: Texts) => string;
  readonly onDone: () => void;
}

interface RuleRequest extends Pick<CallOptions, "method" | "body"> {
  /** Below the office's own path */
  readonly path: string;
}

/** The form of an act on queues that concerns no appointment, or of one that is looked at before. */
export function useRuleForm({ office, name, of, request, done, onDone, ...options }: RuleForm): Form {
  const queryClient = useQueryClient();
  const tell = useRulesChanged(office);
  return useForm<Changed>({
    ...options,
    key: useFormKey(name, office),
    ...(of && { stands: of.read(of.queue), version: of.queue.version }),
    ...(of && { standsIn: (current: unknown) => of.read(current as Queue) }),
    send: (submission) => {
      const { path, method, body } = request(submission);
      const { version, keyOf } = submission;
      return call<Changed>(officePath(office, path), {
        method,
        body,
        idempotencyKey: keyOf([path, body]),
        ...(version !== undefined && { version }),
      });
    },
    onSaved: (changed, { values }) => {
      tell(changed, done(values));
      onDone();
    },
    // Whatever stood in the way may not be on the page yet.
    onRefused: () => void forgetOffice(queryClient, office),
  });
}
