import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { QuestionSet } from "../../../onboarding/contract.ts";
import { postQuestions } from "../acts.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { askMinistryAgain, questionsQuery } from "../queries.ts";
import { QuestionList } from "./question-list.tsx";
import { QuestionsFile, type ReadFile } from "./questions-file.tsx";

/** What the offices are asked at the end: a file that the ministry replaces by a newer one. */
export function QuestionsPage() {
  return (
    <MinistryFrame section="questions">
      <QuestionsSection />
    </MinistryFrame>
  );
}

function QuestionsSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(questionsQuery);
  const [read, setRead] = useState<ReadFile | null>(null);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.questions-hint")}</p>
      </div>
      <section className="sheet ministry__letters" aria-labelledby="questions">
        <h2 id="questions">{t("ministry.questions-in-place", { version: data.version })}</h2>
        <QuestionList set={data} />
        <p className="group">
          <a className={buttonClass()} href="/api/ministry/questions" download={`questions-${data.version}.json`}>
            {t("ministry.questions-download")}
          </a>
        </p>
        <QuestionsFile onRead={setRead} />
        {read && "unread" in read && <FormProblem sentence={t("ministry.questions-unread", { where: read.unread })} />}
      </section>
      {read && "set" in read && (
        <NewSet key={read.id} read={read} version={data.version + 1} onEnd={() => setRead(null)} />
      )}
    </>
  );
}

interface NewSetProps {
  readonly read: ReadFile & { readonly set: QuestionSet };
  /** That it will be given */
  readonly version: number;
  readonly onEnd: () => void;
}

/** The file that was chosen, seen before it holds. */
function NewSet({ read: { id, set }, version, onEnd }: NewSetProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const replacing = useMutation({
    mutationFn: () => postQuestions(set, id),
    onSuccess: (placed) => {
      toasts.show({ text: t("ministry.questions-replaced", { version: placed.version }) });
      onEnd();
    },
    onSettled: () => askMinistryAgain(queryClient),
  });
  const { error, isPending } = replacing;
  return (
    <section className="sheet ministry__letters" aria-labelledby="new-questions">
      <h2 id="new-questions">{t("ministry.questions-new", { version })}</h2>
      <QuestionList set={set} />
      <FormProblem sentence={error && !isPending ? sentenceOf(error, t, t("shell.noAnswerAct")) : null} />
      <div className="group">
        <Button onClick={onEnd}>{t("ministry.questions-discard")}</Button>
        <Button look="go" aria-disabled={isPending} onClick={() => !isPending && replacing.mutate()}>
          {t("ministry.questions-replace", { version })}
        </Button>
      </div>
    </section>
  );
}
