import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { numericDate } from "../../../kit/dates.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { Space, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { NeedsOffer } from "../../contract.ts";
import { putNeeds } from "../acts.ts";
import { askMinistryAgain, needsQuery } from "../queries.ts";

/** Whether visits may say what of health is to be prepared. */
export function NeedsSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(needsQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <section className="ministry__languages" aria-labelledby="needs">
      <h2 id="needs">{t("ministry.needs")}</h2>
      <div className="ministry__head">
        <p>{t("ministry.needs-hint")}</p>
      </div>
      <div className="sheet ministry__letters">
        <NeedsSwitch {...data} />
      </div>
      <p className="hint">{t("ministry.needs-offices", data.offices)}</p>
    </section>
  );
}

function NeedsSwitch(offer: NeedsOffer) {
  const { isOn, changedAt, changedBy } = offer;
  const t = useText();
  const switching = useSwitch(offer);
  const failure = switching.error && sentenceOf(switching.error, t, t("shell.noAnswerAct"));
  return (
    <>
      <p>
        <b>{t(isOn ? "ministry.needs-are-on" : "ministry.needs-are-off")}</b>
        <Space />
        {changedAt && (
          <span className="hint ministry__by">
            {t("ministry.language-by", { date: numericDate(changedAt.slice(0, 10)), name: changedBy ?? "" })}
          </span>
        )}
      </p>
      <Button
        look={isOn ? "danger" : "plain"}
        aria-disabled={switching.isPending}
        onClick={() => switching.isPending || switching.mutate(!isOn)}
      >
        {t(isOn ? "ministry.needs-off" : "ministry.needs-on")}
      </Button>
      <FormProblem sentence={failure} />
    </>
  );
}

function useSwitch({ version }: NeedsOffer) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => putNeeds(isOn, version),
    onSuccess: ({ isOn }) =>
      toasts.show({ text: t(isOn ? "ministry.needs-switched-on" : "ministry.needs-switched-off") }),
    // Also after a refusal: a colleague may have switched it.
    onSettled: () => askMinistryAgain(queryClient),
  });
}
