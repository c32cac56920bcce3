import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, type CallOptions, call } from "../../../kit/api.ts";
import type { Form, FormOptions, Submission } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import type { Changed } from "../../../proposals/contract.ts";
import { forgetOffice, officePath } from "../../../proposals/ui/queries.ts";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Queue, Queues } from "../../contract.ts";
import { queuesQuery } from "../queries.ts";

type OfForm = Pick<FormOptions<Changed>, "begins" | "restsOnAll" | "faults">;

interface RuleFormOptions extends OfForm {
  readonly office: string;
  /** Its name, by which what was typed is found again */
  readonly name: string;
  /** The queue there is, with what it says of the form's fields */
  readonly of?: OfQueue | undefined;
  readonly request: (submission: Pick<Submission, "values" | "texts">) => RuleCall;
  readonly done: (values: Texts) => string;
  readonly onDone: () => void;
}

interface OfQueue {
  readonly queue: Queue;
  /** All of them, where it matters what the others are */
  readonly queues?: readonly Queue[];
  readonly read: (queue: Queue, queues: readonly Queue[]) => Texts;
}

interface RuleCall {
  readonly method: Exclude<CallOptions["method"], "GET" | undefined>;
  /** Below the office's own path */
  readonly path: string;
  readonly body: object | undefined;
}

export interface RuleForm extends Form {
  /** It was done elsewhere: in the dialog that showed first whom it concerns */
  finish(changed: Changed): void;
}

/** The form of an act on queues. */
export function useRuleForm({ office, name, of, request, done, onDone, ...options }: RuleFormOptions): RuleForm {
  const queryClient = useQueryClient();
  const tell = useRulesChanged(office);
  const form = useForm<Changed>({
    ...options,
    key: useFormKey(name, office),
    ...(of && { stands: of.read(of.queue, of.queues ?? []), version: of.queue.version }),
    ...(of && { standsIn: (current: unknown) => of.read(current as PresentQueue, (current as PresentQueue).queues) }),
    send: ({ version, keyOf, ...submission }) => {
      const { path, method, body } = request(submission);
      return call<Changed>(officePath(office, path), {
        method,
        body,
        idempotencyKey: keyOf([path, body]),
        ...(version !== undefined && { version }),
      }).catch(async (error) => {
        throw await withPresentQueue(queryClient, office, error);
      });
    },
    onSaved: (changed, { values }) => {
      tell(changed, done(values));
      onDone();
    },
    // Whatever stood in the way may not be on the page yet.
    onRefused: () => void forgetOffice(queryClient, office),
  });
  return {
    ...form,
    refuse: (error) => void withPresentQueue(queryClient, office, error).then(form.refuse),
    finish: (changed) => {
      tell(changed, done(form.values));
      form.discard();
      onDone();
    },
  };
}

type PresentQueue = Queue & Pick<Queues, "queues">;

/** A refusal says what the queue itself is by now; with its hours, dates and substitutes the page knows it. */
async function withPresentQueue(queryClient: QueryClient, office: string, error: Error): Promise<Error> {
  const stale = currentIn(error) as Queue | null;
  if (!stale || !(error instanceof ApiProblem)) return error;
  const page = await queryClient.fetchQuery({ ...queuesQuery(office), staleTime: 0 }).catch(() => null);
  const current = page?.queues.find(({ number }) => number === stale.number);
  return new ApiProblem({ ...error.problem, current: current && { ...current, queues: page?.queues ?? [] } });
}
