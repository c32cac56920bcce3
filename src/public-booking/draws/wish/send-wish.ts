import { choiceErrors } from "../../../draws/wishes/choice.ts";
import { wishOfOwner } from "../../../draws/wishes/own-wish.ts";
import { officeOfCitizen } from "../../../identity/citizens/citizens-office.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { type FieldError, Refusal } from "../../../platform/refusal.ts";
import type { Html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PageReader } from "../../frame/reader.ts";
import { enterByEmail, enterSignedIn } from "./enter-draw.ts";
import type { OpenWish } from "./open-wish.ts";
import { wisherOf } from "./who-comes.ts";
import { choiceOf } from "./wish-form.ts";
import { choicePage, wisherPage } from "./wish-pages.ts";

interface Sending {
  readonly db: Database;
  readonly reader: PageReader;
  /** @throws Refusal 429 where so much came from there lately */
  limit(): Promise<unknown>;
}

/** Where it goes on, without the language; or the page that says what is wrong. */
type Sent = { readonly to: string } | { readonly page: Html };

/** «Μπαίνω στην κλήρωση». @throws Refusal 429; 409 where the mailbox has a wish of somebody else's */
export async function sendWish(wish: OpenWish, { db, reader, limit }: Sending): Promise<Sent> {
  const { page, session, now } = wish;
  const { seen, grid, form, person } = page;
  const choice = choiceOf(form, grid);
  const wrong = (errors: readonly FieldError[]): Sent => {
    const ofChoice = errors.some(({ field }) => field === "dayParts" || field === "offices");
    return { page: (ofChoice ? choicePage : wisherPage)({ ...page, errors }, reader) };
  };
  const errors = choiceErrors(choice, grid);
  if (errors.length > 0) return wrong(errors);
  await limit();
  const { number, lastDay, service } = seen.draw;
  const visitor = wisherOf(form, { service, person, language: reader.language });
  const entering = { number, lastDay, choice, visitor };
  const office = choice.offices[0] as number;
  try {
    return await db.write({ office }, async (tx) => {
      const there = await officeOfCitizen(tx, office);
      if (person && session) {
        const token = await enterSignedIn(
          tx,
          there,
          { ...entering, owner: { mark: person.mark, way: person.way, session } },
          now,
        );
        return { to: ADDRESS.link(token, "draw") };
      }
      await enterByEmail(tx, there, entering, now);
      return { to: ADDRESS.drawSent(number) };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "draw-closed" || error.code === "draw-not-open") return { to: ADDRESS.draw(number) };
    // The other press was faster.
    const isTheirs = error.code === "draw-wish-exists" && person && (await wishOfOwner(db.nation, number, person.mark));
    if (isTheirs) return { to: ADDRESS.drawWish(number) };
    if (error.status === 422 && error.details.errors) return wrong(error.details.errors);
    throw error;
  }
}
