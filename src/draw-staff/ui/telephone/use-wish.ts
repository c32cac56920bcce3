import { useQueryClient } from "@tanstack/react-query";
import type { OpenDraw, WishWritten } from "../../../draws/contract.ts";
import { emptyWish, wishForm } from "../../../draws/ui/wish-typing.ts";
import type { Form } from "../../../kit/form/form.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { askDrawsAgain, postWish } from "../queries.ts";
import { chosenIn, telephoneWishIn } from "./wish-choice.ts";

interface WishOfDraw {
  readonly office: string;
  readonly draw: OpenDraw;
  onWritten(written: WishWritten): void;
}

export function useWish({ office, draw: { number: draw }, onWritten }: WishOfDraw): Form {
  const queryClient = useQueryClient();
  return useForm<WishWritten>({
    key: useFormKey(wishForm(draw), office),
    begins: emptyWish(office),
    faults: ({ lastName = "", firstName = "", phone = "", dayParts, offices }) =>
      [
        lastName.trim() === "" && { field: "lastName", code: "last-name-required" },
        firstName.trim() === "" && { field: "firstName", code: "first-name-required" },
        phone.trim() === "" && { field: "phone", code: "field-required" },
        chosenIn(dayParts).length === 0 && { field: "dayParts", code: "draw-when-required" },
        chosenIn(offices).length === 0 && { field: "offices", code: "draw-where-required" },
      ].filter((fault) => fault !== false),
    send: ({ values, keyOf }) => {
      const body = telephoneWishIn(values);
      return postWish({ office, draw }, body, keyOf(body));
    },
    onSaved: (written) => {
      void askDrawsAgain(queryClient, office);
      onWritten(written);
    },
  });
}
