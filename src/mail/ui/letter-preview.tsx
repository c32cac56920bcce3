import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { sentenceOf } from "../../kit/failure.ts";
import type { Form } from "../../kit/form/form.ts";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { type CitizensLanguage, LANGUAGES, OWN_NAMES, writingDirection } from "../../text/languages.ts";
import type { LetterSample, LetterTest } from "../contract.ts";
import "./letter-preview.css";

interface LetterPreviewProps {
  /** In which stand the words that are seen before they are saved */
  readonly form: Form;
  readonly ask: (language: CitizensLanguage) => Promise<LetterSample>;
  readonly test?: LetterTesting;
}

interface LetterTesting {
  readonly label: string;
  readonly send: (language: CitizensLanguage) => Promise<LetterTest>;
}

/** A letter with what is being typed, in either language, and perhaps a test of it. */
export function LetterPreview({ form, ask, test }: LetterPreviewProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const asking = useMutation({
    mutationFn: async (language: CitizensLanguage) => ({ language, letter: await ask(language) }),
    onSuccess: () => setIsOpen(true),
    onError: (error) => {
      setIsOpen(false);
      form.refuse(error);
    },
  });
  return (
    <>
      <Button
        aria-disabled={asking.isPending}
        onClick={() => form.isReady() && !asking.isPending && asking.mutate("el")}
      >
        <Icon name="mail" />
        {t(test ? "mails.preview-and-test" : "mails.preview")}
      </Button>
      {isOpen &&
        asking.data &&
        // Not within the form: a key in it must not save.
        createPortal(
          <Dialog title={t("mails.preview")} onClose={() => setIsOpen(false)}>
            <Languages shown={asking.data.language} onChoose={(language) => asking.mutate(language)} />
            <Letter {...asking.data} />
            {test && <Test key={asking.data.language} language={asking.data.language} {...test} />}
            <div className="group">
              <Button onClick={() => setIsOpen(false)} data-autofocus>
                {t("mails.preview-close")}
              </Button>
            </div>
          </Dialog>,
          document.body,
        )}
    </>
  );
}

function Languages({ shown, onChoose }: { shown: CitizensLanguage; onChoose: (language: CitizensLanguage) => void }) {
  const t = useText();
  return (
    <fieldset>
      <legend className="visually-hidden">{t("mails.preview-language")}</legend>
      <div className="radios">
        {LANGUAGES.map((language) => (
          <label key={language} lang={language} dir={writingDirection(language)}>
            <input
              type="radio"
              name="letter-language"
              checked={language === shown}
              onChange={() => onChoose(language)}
            />
            {OWN_NAMES[language]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Letter({ language, letter: { from, subject, text } }: { language: CitizensLanguage; letter: LetterSample }) {
  const t = useText();
  return (
    <>
      <dl className="letter-head">
        <div>
          <dt>{t("mails.preview-from")}</dt>
          <dd>{from}</dd>
        </div>
        <div>
          <dt>{t("mails.preview-subject")}</dt>
          <dd lang={language} dir={writingDirection(language)}>
            {subject}
          </dd>
        </div>
      </dl>
      <section
        className="letter-text"
        lang={language}
        dir={writingDirection(language)}
        aria-label={t("mails.preview-text")}
      >
        {text}
      </section>
    </>
  );
}

function Test({ label, send, language }: LetterTesting & { readonly language: CitizensLanguage }) {
  const t = useText();
  const sending = useMutation({ mutationFn: () => send(language) });
  return (
    <div className="letter-test">
      <Button look="primary" aria-disabled={sending.isPending} onClick={() => sending.isPending || sending.mutate()}>
        {label}
      </Button>
      <p role="status">
        {sending.isPending && t("mails.test-sending")}
        {sending.data && t("mails.test-sent", { email: sending.data.to })}
      </p>
      <FormProblem sentence={sending.error && sentenceOf(sending.error, t, t("shell.noAnswerAct"))} />
    </div>
  );
}
