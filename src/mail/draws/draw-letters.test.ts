import { afterEach, beforeEach, expect, test } from "vitest";
import { ANSWERS, aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { loseDrawn } from "../../draws/answers/come.ts";
import type { DrawWishAt } from "../../draws/wishes/change-wish.ts";
import type { NewDrawWish } from "../../draws/wishes/put-wish.ts";
import { planDrawLetters, planDrawLink } from "../../outbox/plan-link.ts";

/** One place, on a Monday morning, and whoever wishes for it. */

let world: World;
let desk: DrawDesk;
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1, mornings: [1] });
  await world.owner.query("update office set phone = '+302105550100' where id = $1", [desk.offices[0]?.id]);
  await world.owner.query("update counter_language set is_on = true");
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterEach(async () => {
  await desk.mail.close();
  await world.close();
});

const LONG_TOKEN = /[\w-]{40,}/g;
const NUMBER = /(?<=Κ\s)\d{4,}/g;
const FINGERPRINT = /(?:[0-9a-f]{4} ){3}[0-9a-f]{4}/g;

/** What somebody has got, without what chance makes. */
const letters = (name: string): string[] =>
  desk.mail.smtp.messages(`${name}@gmail.com`).map(({ subject, text }) =>
    `${subject}\n${text}`
      .replaceAll(LONG_TOKEN, "…")
      .replaceAll(NUMBER, "4817")
      .replaceAll(FINGERPRINT, "011d 0998 fafe e772")
      .replaceAll("\u00a0", " ")
      .replaceAll(/ΚΕΠ Δοκιμής \d+/g, "ΚΕΠ Δοκιμής"),
  );

const subjects = (name: string): string[] => letters(name).map((letter) => letter.split("\n", 1)[0] ?? "");

async function wishes(name: string, wish?: Partial<NewDrawWish>, language = "el"): Promise<DrawWishAt> {
  const at = await desk.wishes(name, wish);
  await world.owner.query("update appointment set language = $1 where id = $2", [language, at.visit]);
  return at;
}

/** Two wish for the one place; @returns who got it, and who waits. */
async function drawn(language?: string) {
  const wished = { one: await wishes("one", {}, language), two: await wishes("two", {}, language) };
  await desk.at(CLOSES);
  await desk.run();
  const isOne = (await desk.state(wished.one)).stands === "drawn";
  const [got, waits] = isOne ? (["one", "two"] as const) : (["two", "one"] as const);
  return { got, waits, gotAt: wished[got], waitsAt: wished[waits] };
}

const place = { date: FIRST, time: "", queue: 0 };

async function plan(kind: "draw-link" | "draw-wish", name: string, { office, visit }: DrawWishAt): Promise<void> {
  const letter = { appointment: visit, email: `${name}@gmail.com`, place };
  await world.database.db.write({ office }, async (tx) => {
    if (kind === "draw-link") await planDrawLink(tx, office, letter, world.now);
    else await planDrawLetters(tx, office, [{ ...letter, kind }], world.now);
  });
}

const foot = (why: string) => `-- \n${why}\nΤο μήνυμα στάλθηκε αυτόματα, παρακαλούμε μην απαντήσετε.\n`;
const WHY = `Λάβατε αυτό το μήνυμα επειδή βάλατε την επιθυμία Κ 4817 στην κλήρωση 1.
Μετά τις 20/12/2026 η κλήρωση δεν ξέρει πια ποιος την έβαλε.`;

test("a wish is to be confirmed by its mailbox; by its hour, and not once it is over", async () => {
  await plan("draw-link", "asked", await wishes("asked", { isConfirmed: false, others: true }));
  await desk.mail.delivered(0);
  expect(letters("asked")).toEqual([
    `Επιβεβαιώστε την επιθυμία σας για την κλήρωση
Καλημέρα σας,

Επιβεβαιώστε την επιθυμία σας

Με αυτή τη διεύθυνση γράφτηκε μια επιθυμία για την κλήρωση 1. Μετρά
μόλις την επιβεβαιώσετε, έως Παρασκευή 04/12, 14:00.

Τι:            Μεταβίβαση οχήματος
Πότε μπορείτε: Δευτέρα 14/12 πρωί, ή άλλη μέρα και ώρα στα ίδια ΚΕΠ
Πού:           ΚΕΠ Δοκιμής

Επιβεβαίωση επιθυμίας:
https://visits.example/link/…/draw

${foot(`Λάβατε αυτό το μήνυμα επειδή κάποιος έδωσε τη διεύθυνσή σας για επιθυμία
στην κλήρωση 1. Αν δεν ήσασταν εσείς, δεν χρειάζεται να κάνετε κάτι:
χωρίς επιβεβαίωση σβήνεται.`)}`,
  ]);
  await plan("draw-link", "late", await wishes("late", { isConfirmed: false }));
  await desk.atWithoutRunning(CLOSES);
  await desk.mail.delivered(0);
  expect(letters("late")).toEqual([]);
});

test("a wish that is in has its number, its fingerprint, and what comes next; asked for twice it is said once", async () => {
  const at = await wishes("asked");
  await plan("draw-wish", "asked", at);
  await plan("draw-wish", "asked", at);
  await desk.mail.delivered(0);
  expect(letters("asked")).toEqual([
    `Η επιθυμία σας μπήκε στην κλήρωση
Καλημέρα σας,

Η επιθυμία σας μπήκε

Ο αριθμός δίνεται στην τύχη και δεν είναι η σειρά σας. Με αυτόν βρίσκετε
την επιθυμία σας μετά την κλήρωση. Τον ξέρετε μόνο εσείς.

Αριθμός:       Κ 4817
Τι:            Μεταβίβαση οχήματος
Πότε μπορείτε: Δευτέρα 14/12 πρωί
Πού:           ΚΕΠ Δοκιμής
Αποτύπωμα:     011d 0998 fafe e772

Δείτε, αλλάξτε ή αποσύρετε την επιθυμία:
https://visits.example/link/…/draw

Και τώρα;
- Έως Παρασκευή 04/12, 14:00: την αλλάζετε ή την αποσύρετε, όσες φορές
  θέλετε.
- Μετά γίνεται η κλήρωση. Σας γράφουμε, ό,τι κι αν βγει.
- Έως Δευτέρα 07/12, 20:00: αν κληρωθείτε, απαντάτε. Χωρίς απάντηση η
  θέση πάει στον επόμενο.

Το αποτύπωμα δείχνει, όταν ελέγξετε την κλήρωση, ότι κανείς δεν άλλαξε
αυτό που γράψατε. Γίνεται άλλο κάθε φορά που αλλάζετε την επιθυμία.

${foot(WHY)}`,
  ]);
  const [{ text } = { text: "" }] = desk.mail.smtp.messages("asked@gmail.com");
  const { wish, fingerprint } = await desk.state(at);
  expect(text).toContain(`Κ\u00a0${wish.number}`);
  expect(text).toContain(fingerprint);
});

test("who was drawn is asked whether they come, who was not is told the odds and what to do", async () => {
  const { got, waits } = await drawn();
  await desk.mail.delivered(0);
  expect(letters(got)).toEqual([
    `Κληρωθήκατε. Θα έρθετε; Δευτέρα 14/12, 08:00
Καλημέρα σας,

Κληρωθήκατε. Θα έρθετε;

Την κρατάμε για εσάς έως Δευτέρα 07/12, 20:00. Αν δεν απαντήσετε ως
τότε, πάει στον επόμενο της σειράς.

Πότε:     Δευτέρα 14 Δεκεμβρίου 2026, στις 08:00
Πού:      ΚΕΠ Δοκιμής, Δήμος Δοκιμής
Τηλέφωνο: 210 555 0100
Τι:       Μεταβίβαση οχήματος
Επιθυμία: η πρώτη σας

Θα έρθω:
https://visits.example/link/…/draw

Δεν τη θέλω πια:
https://visits.example/link/…/draw/leave

Ανοίγει σελίδα που σας ρωτά ξανά. Μόνο από το μήνυμα δεν αλλάζει τίποτα.

Η θέση είναι στο όνομά σας και δεν αλλάζει όνομα. Την ώρα της την
αλλάζετε μία φορά. Αν την αφήσετε, την παίρνει ο επόμενος, όχι ο πιο
γρήγορος.

Επιθυμία Κ 4817, στη σειρά 1 από 2.

Ελέγξτε την κλήρωση:
https://visits.example/draws/1

${foot(WHY)}`,
  ]);
  expect(letters(waits)).toEqual([
    `Η κλήρωση έγινε: μένετε στη σειρά
Καλημέρα σας,

Η κλήρωση έγινε και οι θέσεις δεν έφτασαν ως εσάς

Επιθυμίες: 2. Πήραν θέση: 1. Λυπούμαστε.

Μένετε στη σειρά, χωρίς να κάνετε κάτι. Αν έρθει η σειρά σας, σας
γράφουμε αμέσως.

Όποιος δεν απαντήσει έως Δευτέρα 07/12, 20:00, δίνει τη θέση του στον
επόμενο.

Αριθμός:         Κ 4817
Σειρά:           2 από 2
Πριν σας:        κανείς δεν περιμένει
Για όλους:       ό,τι μείνει ανοίγει Τετάρτη 09/12, 10:00
Επόμενη κλήρωση: για 21/12 – 27/12. Γράφετε από Δευτέρα 07/12, 08:00.
Τηλέφωνο:        210 555 0100

Ελεύθερες ώρες και σε άλλα ΚΕΠ:
https://visits.example/book/earliest?service=vehicle

Η ίδια επιθυμία και στην επόμενη:
https://visits.example/link/…/draw/next

Βγάλτε με από τη σειρά:
https://visits.example/link/…/draw/leave

Ελέγξτε την κλήρωση:
https://visits.example/draws/1

${foot(WHY)}`,
  ]);
});

test.each([
  ["en", "Your wish is in", "You were drawn. Will you come?", "The draw was held, and the places did not reach you"],
  ["sq", "Kërkesa juaj hyri", "Dolët në short. Do të vini?", "Shorti u bë dhe vendet nuk arritën deri te ju"],
  ["uk", "Ваше бажання взято", "Вам випало місце. Ви прийдете?", "Жеребкування відбулося, і місць на вас не вистачило"],
  ["ar", "دخل طلبكم", "وقعت القرعة عليكم. هل ستحضرون؟", "جرت القرعة ولم تصل الأماكن إليكم"],
  [
    "ur",
    "آپ کی درخواست شامل ہو گئی",
    "قرعہ اندازی میں آپ کا نام نکلا۔ کیا آپ آئیں گے؟",
    "قرعہ اندازی ہو گئی اور جگہیں آپ تک نہیں پہنچیں",
  ],
])("in the language of the wish, its pages too: %s", async (language, isIn, isDrawn, isNot) => {
  const at = await wishes("three", {}, language);
  await plan("draw-wish", "three", at);
  await desk.mail.delivered(0);
  const { got, waits } = await drawn(language);
  await desk.mail.delivered(0);
  const [first] = letters("three");
  expect(first).toContain(`\n${isIn}\n`);
  expect(first).toContain(`https://visits.example/${language}/link/…/draw\n`);
  const all = [...letters("three").slice(1), ...letters(got), ...letters(waits)];
  expect(all.filter((letter) => letter.includes(`\n${isDrawn}\n`))).toHaveLength(1);
  expect(all.filter((letter) => letter.includes(`\n${isNot}\n`))).toHaveLength(2);
  for (const letter of all) {
    expect(letter).toContain(`https://visits.example/${language}/link/…/draw/leave\n`);
    expect(letter).toContain(`https://visits.example/${language}/draws/1\n`);
  }
});

test("a place that was given up before its letter left is told to whom it went on, alone", async () => {
  const { got, waits, gotAt } = await drawn();
  await desk.leaves(gotAt);
  await desk.run();
  await desk.mail.delivered(0);
  expect(letters(got)).toEqual([]);
  expect(letters(waits)).toHaveLength(1);
  expect(letters(waits)[0]).toContain(`Ήρθε η σειρά σας. Θα έρθετε; Δευτέρα 14/12, 08:00
Καλημέρα σας,

Ήρθε η σειρά σας. Θα έρθετε;

Κάποιος άφησε μια θέση που είχατε ζητήσει, και έρχεται σε εσάς.

Την κρατάμε για εσάς έως Δευτέρα 07/12, 20:00.`);
  expect(
    await desk.rows("select kind, state from mail where office_id = $1 order by kind, state", gotAt.office),
  ).toEqual([
    { kind: "drawn", state: "sent" },
    { kind: "drawn", state: "withdrawn" },
    { kind: "not-drawn", state: "withdrawn" },
  ]);
});

test("of a place that nobody answered for the last letter comes too late, and the next one is asked", async () => {
  const { got, waits } = await drawn();
  await desk.at(ANSWERS);
  await desk.mail.delivered(0);
  expect(letters(got)).toEqual([]);
  expect(subjects(waits)).toEqual(["Ήρθε η σειρά σας. Θα έρθετε; Δευτέρα 14/12, 08:00"]);
  expect(letters(waits)[0]).toContain("έως Τρίτη 08/12, 20:00.");
});

test("who says that they come hears of their visit, and who waits no more of nothing", async () => {
  const { got, waits, gotAt, waitsAt } = await drawn();
  await desk.comes(gotAt);
  await desk.leaves(waitsAt);
  await desk.mail.delivered(0);
  expect(subjects(got).map((subject) => subject.split(":", 1)[0])).toEqual(["Το ραντεβού σας στο ΚΕΠ Δοκιμής"]);
  expect(subjects(waits)).toEqual([]);
});

test("whose place can't be had any more is told so, and what they are given instead", async () => {
  const { got, gotAt, waitsAt } = await drawn();
  await desk.mail.delivered(0);
  await world.database.db.write({ office: gotAt.office }, (tx) => loseDrawn(tx, gotAt, world.now));
  await desk.run();
  await desk.mail.delivered(0);
  expect(subjects(got)).toEqual([
    "Κληρωθήκατε. Θα έρθετε; Δευτέρα 14/12, 08:00",
    "Η θέση σας δεν μπορεί να δοθεί: μένετε στη σειρά",
  ]);
  expect(letters(got)[1]).toContain("Το ΚΕΠ δεν μπορεί να δώσει πια τη θέση που είχατε πάρει. Λυπούμαστε.");
  expect((await desk.state(waitsAt)).wish.told).toBe("not-drawn");
  await desk.run();
  await desk.mail.delivered(0);
  expect(subjects(got)).toHaveLength(2);
});

test("no clerk hears of these letters", async () => {
  await drawn();
  const office = desk.mail.office.code;
  const seen = async () => (await desk.mail.clerk.ask("GET", `${office}/mails`)).body;
  expect(await seen()).toMatchObject({ lost: [], underWay: [], sent: [] });
  await desk.mail.delivered(0);
  expect(await seen()).toMatchObject({ lost: [], underWay: [], sent: [] });
});
