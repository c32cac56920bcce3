import { beforeEach, expect, test, vi } from "vitest";
import { forgetAllTyping, formKey, storedTyping } from "../../kit/form/keeper.ts";
import { beginWish, emptyWish, wishForm } from "./wish-typing.ts";

const key = formKey(7, "9901", wishForm(3));
const begun = () => storedTyping(key).map(({ texts }) => texts);
beforeEach(() => {
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("removeEventListener", vi.fn());
  forgetAllTyping();
});

test("who was typed elsewhere stands in the wish, and nothing else of it is chosen", () => {
  beginWish(key, "9901", { lastName: "Ροδακινιάς", firstName: "", phone: "694 555 0172" });
  expect(begun()).toEqual([{ lastName: "Ροδακινιάς", phone: "694 555 0172" }]);
  expect(storedTyping(key)[0]?.seen).toMatchObject(emptyWish("9901"));
});

test("a wish that was begun stays, and nobody's begins none", () => {
  beginWish(key, "9901", { lastName: "", firstName: "", phone: "" });
  expect(begun()).toEqual([]);
  beginWish(key, "9901", { lastName: "Θυμαρίδου", firstName: "", phone: "" });
  beginWish(key, "9901", { lastName: "Ροδακινιάς", firstName: "", phone: "" });
  expect(begun()).toEqual([{ lastName: "Θυμαρίδου" }]);
});
