import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { MAX_SEARCH } from "../contract.ts";
import { focusField } from "./focus-people.ts";
import { usePersonSearch } from "./person-search.tsx";

/** Something else than a name was pasted. */
export function TooLong({ length }: { length: number }) {
  const t = useText();
  const { write } = usePersonSearch();
  const clear = () => {
    focusField();
    write("");
  };
  return (
    <div className="note note--warn" role="alert">
      <p>{t("search.too-long", { length, max: MAX_SEARCH })}</p>
      <Button onClick={clear}>{t("search.clear")}</Button>
    </div>
  );
}
