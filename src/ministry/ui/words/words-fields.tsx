import type { FieldsForm } from "../../../kit/form/form.ts";
import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { isCounterLanguage, LANGUAGES, OWN_NAMES, writingDirection } from "../../../text/languages.ts";

const MOST_ROWS = 12;

/** A field for each language, in which a word or a phrase is a line. */
export function WordsFields({ form }: { form: FieldsForm }) {
  const t = useText();
  return (
    <div className="words__languages">
      {LANGUAGES.map((language) => {
        const text = form.values[language] ?? "";
        return (
          <Field
            key={language}
            label={<span lang={language}>{OWN_NAMES[language]}</span>}
            hint={isCounterLanguage(language) && text.trim() !== "" ? t("ministry.words-unread") : null}
            error={form.errors[language]}
          >
            {(wiring) => (
              <textarea
                className="input"
                rows={Math.min(MOST_ROWS, text.split("\n").length + 1)}
                {...wiring}
                name={language}
                lang={language}
                dir={writingDirection(language)}
                value={text}
                onChange={({ target }) => form.change(language, target.value)}
                onBlur={() => form.leave(language)}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}
