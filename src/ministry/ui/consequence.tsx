import { useCallback } from "react";
import { useText } from "../../kit/text.tsx";

interface ConsequenceProps {
  /** null: nobody has asked yet */
  readonly sentences: readonly string[] | null;
  readonly place: (element: HTMLElement | null) => void;
}

/** What a ruling would do; it comes into sight as soon as it is known. */
export function Consequence({ sentences, place }: ConsequenceProps) {
  const t = useText();
  const show = useCallback(
    (element: HTMLElement | null) => {
      place(element);
      element?.scrollIntoView({ block: "nearest" });
    },
    [place],
  );
  return (
    <div role="status">
      {sentences && (
        <div className="note" ref={show}>
          <h3>{t("ministry.preview")}</h3>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  );
}
