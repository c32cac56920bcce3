import { type FormKey, keepTyping, storedTyping } from "../../kit/form/keeper.ts";
import { beginTyping, hasTexts, type Texts, typedOver } from "../../kit/form/typing.ts";

/** The typing of a wish, which another page may begin. */

export const wishForm = (draw: number): string => `draw wish ${draw}`;

export const emptyWish = (office: string): Texts => ({
  lastName: "",
  firstName: "",
  phone: "",
  people: "1",
  dayParts: "",
  // Whoever calls this office thinks of it first.
  offices: office,
  first: "day",
  others: "",
});

/** The form of a wish opens with who was typed already; one that was begun stays as it is. */
export function beginWish(wishes: FormKey, office: string, person: Texts): void {
  const empty = emptyWish(office);
  const typing = typedOver(beginTyping(empty), person, empty);
  if (hasTexts(typing) && storedTyping(wishes).length === 0) keepTyping(wishes, typing);
}
