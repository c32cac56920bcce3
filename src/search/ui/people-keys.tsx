import { useText } from "../../kit/text.tsx";

export function PeopleKeys() {
  const t = useText();
  return (
    <p className="hint results__keys">
      <kbd>↑</kbd> <kbd>↓</kbd> {t("search.keys-move")}, <kbd>Enter</kbd> {t("search.keys-open")}, <kbd>Esc</kbd>{" "}
      {t("search.keys-back")}
    </p>
  );
}
