import { focusFirstIn } from "../../../kit/focus.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { NO_FILTERS } from "../look.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { FILTERS_ID } from "./row-focus.ts";

/** A filter for nothing: said so, with the way on. */
export function NoMatch({ title, text }: { title: string; text: string }) {
  const t = useText();
  const { show } = useDayNavigation();
  const clear = () => {
    focusFirstIn(FILTERS_ID);
    show(NO_FILTERS);
  };
  return (
    <Message title={title} text={text}>
      <Button look="primary" onClick={clear}>
        {t("table.clear")}
      </Button>
    </Message>
  );
}
