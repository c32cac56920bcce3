import type { SellerShare } from "../../src/draws/seller-shares.ts";
import { measured } from "../doors/figures.ts";
import type { DrawHour } from "../draws/draw-hour.ts";
import { type CrowdsOfDraws, OBSERVER_NAMES } from "../draws/observers.ts";
import type { Note, Part } from "./note.ts";
import { ran } from "./ran.ts";
import { table } from "./table.ts";

/** What is fair in a draw, and what its file tells of people. */
export const draws: Readonly<Record<string, Part>> = {
  draws: fairness,
  "wishes of a draw": wishes,
  "the hour of a draw": hour,
};

const TRIES = 2_000;

interface ResaleFigures {
  readonly tries: number;
  readonly people: Readonly<Record<"taxisnet" | "email" | "phone", number>>;
  readonly places: number;
  readonly identities: number;
  readonly bound: number;
  readonly fastest: number;
  readonly shares: Readonly<
    Record<"taxisnet" | "email" | "phone", Readonly<Record<"unbounded" | "bounded", SellerShare>>>
  >;
}

async function fairness(note: Note): Promise<void> {
  const code = await ran("vitest", ["run", "--project=!embedded", "src/draws/rule/fairness.test.ts"]);
  note(
    code === 0,
    "a program that writes its wish anew a thousand times before the end, and keeps the one that would be first by a secret that it " +
      "guesses: over many draws it is drawn as often as one person, within three standard errors",
  );
  const { isRight, figures } = await measured<ResaleFigures>("test/draws/resale.test.ts", { TRIES: String(TRIES) });
  note(isRight, figures ? resaleInWords(figures) : "what a seller gets came to nothing");
}

function resaleInWords({ tries, people, places, identities, bound, fastest, shares }: ResaleFigures): string {
  const { email, phone, taxisnet } = shares;
  const inPlaces = ({ mean, error }: SellerShare) => `${mean.toFixed(2)} ± ${error.toFixed(2)}`;
  return (
    `${places} places among ${people.taxisnet} people with TAXISnet, ${people.email} with e-mail, ${people.phone} by telephone, who ` +
    `all want one of them, and a seller: what the seller gets, on the mean of ${tries} orders drawn by the rule, with its standard error` +
    table(
      ["the seller has", "without bounds", `at most ${bound} by e-mail, ${bound} by telephone`],
      [
        [`${identities} mailboxes, where the fastest wins`, String(fastest), "–"],
        [`${identities} mailboxes`, inPlaces(email.unbounded), inPlaces(email.bounded)],
        [`${identities} telephone numbers`, inPlaces(phone.unbounded), inPlaces(phone.bounded)],
        [
          "TAXISnet, from however many addresses of the network",
          inPlaces(taxisnet.unbounded),
          inPlaces(taxisnet.bounded),
        ],
      ],
    )
  );
}

const DRAWS = 40;
const SIZES = [5, 20, 50, 100, 200, 500, 1_000, 2_000];

type SizeFigures = CrowdsOfDraws & { readonly offices: number; readonly wishes: number };

async function wishes(note: Note): Promise<void> {
  const { isRight, figures } = await measured<SizeFigures[]>("test/draws/observers.test.ts", {
    DRAWS: String(DRAWS),
    DRAW_SIZES: SIZES.join(" "),
  });
  note(isRight, figures ? crowdsInWords(figures) : "among how many wishes one is found came to nothing");
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The first observer knows nothing, and finds everybody among all. */
function crowdsInWords(figures: readonly SizeFigures[]): string {
  const observers = OBSERVER_NAMES.filter((name) => name !== "took part");
  const rows = figures.map(({ offices, wishes: count, crowds, first }) => [
    String(offices),
    String(count),
    ...observers.map((name) => {
      const crowd = crowds[name];
      return crowd ? `${crowd.least}, ${crowd.fifth}, ${crowd.median}; ${percent(crowd.alone)}` : "–";
    }),
    percent(first),
  ]);
  return (
    `${DRAWS} draws of each size (a place for about three wishes, five days of two parts or three): whoever has the file, and knows of one person what ` +
    "stands above, finds their wish among so many: the fewest, those of one in twenty people, the median; and how many people stand alone" +
    table(["offices", "wishes", ...observers, "drawn by their first wish"], rows)
  );
}

const GREAT_CITY = { WISHES: "50000", OFFICES: "200" };
/** Seconds, and for clerks milliseconds */
const [MOST_SECONDS, MOST_P99] = [60, 1_000];

async function hour(note: Note): Promise<void> {
  const { isRight, figures } = await measured<DrawHour>("test/draws/draw-hour.test.ts", GREAT_CITY);
  if (!figures) return note(false, "the hour of a draw came to nothing");
  const { wishes: all, places, offices, took, p99, longest, quietP99, asked } = figures;
  const isInTime = took <= MOST_SECONDS * 1_000 && p99 <= MOST_P99;
  note(
    isRight && isInTime,
    `${all} wishes for ${places} places of ${offices} offices: closed, sealed, drawn, held, told to all and published in ` +
      `${(took / 1_000).toFixed(1)} s (at most ${MOST_SECONDS}), in the one process that answers clerks meanwhile: ${asked} looks at a day, p99 ` +
      `${Math.round(p99)} ms (at most ${MOST_P99}), the longest ${Math.round(longest)} ms; with nothing drawn p99 ${Math.round(quietP99)} ms`,
  );
}
