import { useText } from "../../../../kit/text.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Language } from "../../../../text/text.ts";
import "./read-line.css";

/** What to say to the citizen; between asterisks stands what is said with weight. */
export function ReadLine({ sentence, language }: { sentence: string; language: Language }) {
  const t = useText();
  return (
    <div className="read">
      <p className="read__label">
        <Icon name="speaker" />
        {t("panel.read")}
      </p>
      <p className="read__text" lang={language}>
        {sentence.split("*").map((part, index) => (index % 2 === 1 ? <b key={part}>{part}</b> : part))}
      </p>
    </div>
  );
}
