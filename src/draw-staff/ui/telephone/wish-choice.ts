import type { TelephoneWish } from "../../../draws/contract.ts";
import type { Texts } from "../../../kit/form/typing.ts";

/** What is chosen of a wish, as texts of its form: choosing is ordering. Pure. */

/** "2026-12-14/0 2026-12-15/1", the best first */
type List = string;

export const chosenIn = (list: List = ""): string[] => list.split(" ").filter((each) => each !== "");

/** What is pressed comes last; pressed again it is taken out. */
export function pressedIn(list: List = "", pressed: string): List {
  const chosen = chosenIn(list);
  const next = chosen.includes(pressed) ? chosen.filter((each) => each !== pressed) : [...chosen, pressed];
  return next.join(" ");
}

export const dayPartText = (date: string, part: number): string => `${date}/${part}`;

export const dayPartsIn = (list: List = ""): TelephoneWish["dayParts"] =>
  chosenIn(list).map((each) => {
    const [date = "", part = ""] = each.split("/");
    return { date, part: Number(part) };
  });

export const telephoneWishIn = (values: Texts): TelephoneWish => ({
  lastName: values.lastName ?? "",
  firstName: values.firstName ?? "",
  phone: values.phone ?? "",
  people: Number(values.people ?? "1"),
  dayParts: dayPartsIn(values.dayParts),
  offices: chosenIn(values.offices),
  first: values.first === "office" ? "office" : "day",
  others: values.others === "yes",
});
