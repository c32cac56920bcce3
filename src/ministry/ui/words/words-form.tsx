import { useQueryClient } from "@tanstack/react-query";
import { numericDate } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { currentIn } from "../../../kit/form/send.ts";
import { useDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { type CitizensLanguage, OWN_NAMES } from "../../../text/languages.ts";
import type { ServiceWords, Words } from "../../words/contract.ts";
import { wordsErrors } from "../../words/rules.ts";
import { askMinistryAgain } from "../queries.ts";
import { putWords, wordsQuery } from "./queries.ts";
import { WordsFields } from "./words-fields.tsx";
import { wordsOfTexts, wordsTexts } from "./words-texts.ts";

/** What people call one service, saved as a whole. */
export function WordsForm({ service, name }: { service: ServiceWords; name: string }) {
  const t = useText();
  const form = useWordsForm(service, name);
  useDraftNotice([formOf(service.code)], null);
  const labelOf = (field: string): string => OWN_NAMES[field as CitizensLanguage] ?? field;
  return (
    <form
      ref={form.ref}
      noValidate
      className="words__form sheet"
      aria-labelledby="words-of"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <h2 id="words-of">{name}</h2>
      <p className="hint">{t("ministry.words-form-hint")}</p>
      {service.changedAt && service.changedBy && (
        <p className="hint">
          {t("ministry.language-by", { date: numericDate(service.changedAt.slice(0, 10)), name: service.changedBy })}
        </p>
      )}
      <FoundNote form={form} />
      <OvertakenNotice form={form} labelOf={labelOf} wordsOf={(_, text) => text || t("ministry.fact-none")} />
      <WordsFields form={form} />
      <FormProblem sentence={form.problem} />
      <div className="group">
        <Button type="submit" look="primary" aria-disabled={form.isSaving}>
          {t("ministry.words-submit")}
        </Button>
        <p className="hint">{t("ministry.words-effect")}</p>
      </div>
    </form>
  );
}

const formOf = (code: string): string => `words ${code}`;

function useWordsForm(service: ServiceWords, name: string): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { code } = service;
  const remember = (latest: ServiceWords) =>
    queryClient.setQueryData<Words>(
      wordsQuery.queryKey,
      (words) =>
        words && { ...words, services: words.services.map((one) => (one.code === latest.code ? latest : one)) },
    );
  return useForm<ServiceWords>({
    key: useFormKey(formOf(code), null),
    stands: wordsTexts(service.words),
    version: service.version,
    standsIn: (current) => wordsTexts((current as ServiceWords).words),
    savedAs: ({ words }) => wordsTexts(words),
    faults: (values) => wordsErrors(wordsOfTexts(values)),
    send: ({ values, version = service.version }) => putWords(code, wordsOfTexts(values), version),
    onSaved: (saved) => {
      remember(saved);
      toasts.show({ text: t("ministry.words-saved", { name }) });
      void askMinistryAgain(queryClient);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) remember(current as ServiceWords);
    },
  });
}
