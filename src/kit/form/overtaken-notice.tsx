import { useText } from "../text.tsx";
import { classes } from "../ui/classes.ts";
import { NOTICE } from "./focus.ts";
import type { Form } from "./form.ts";
import type { ChangeElsewhere } from "./overtaken.ts";
import "./form.css";

interface OvertakenNoticeProps {
  readonly form: Form;
  /** The change, with its author where that is known; absent: only that there was one */
  readonly title?: string | undefined;
  readonly labelOf: (field: string) => string;
  readonly wordsOf: (field: string, text: string) => string;
}

/** Colleagues' changes to the very fields that are being changed here: the text before, the text now, the typed one. */
export function OvertakenNotice({ form: { overtaken }, title, labelOf, wordsOf }: OvertakenNoticeProps) {
  const t = useText();
  if (overtaken.length === 0) return null;
  const sentence = ({ field, was, now, mine }: ChangeElsewhere): string => {
    const words = { field: labelOf(field), was: wordsOf(field, was), now: wordsOf(field, now) };
    if (mine === null) return t("form.overtaken", words);
    return t("form.overtaken-mine", { ...words, mine: wordsOf(field, mine) });
  };
  const heading = title ?? t("form.overtaken-title");
  return (
    <section className={classes("note note--warn", NOTICE)} tabIndex={-1} aria-label={heading}>
      <p role="alert">
        <b>{heading}</b> {t("form.overtaken-means")}
      </p>
      <ul>
        {overtaken.map((change) => (
          <li key={change.field}>{sentence(change)}</li>
        ))}
      </ul>
    </section>
  );
}
