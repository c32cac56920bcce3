import type { TestOffice, World } from "./world.ts";

/** A browser of somebody who is not signed in: it keeps its cookies, and sends forms as browsers do. */
export interface Citizen {
  see(path: string): Promise<Page>;
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** Presses a time */
  choose(office: TestOffice, date: string, time: string, service?: string): Promise<Page>;
  /** Looks at what is to be confirmed, and presses the button */
  confirm(fields: Readonly<Record<string, string>>, language?: string): Promise<Page>;
  /** Its own cookie of the booking; undefined: none yet */
  cookie(): string | undefined;
  /** Another one, as it was kept or is put there */
  kept(name: string): string | undefined;
  keep(name: string, value: string): void;
}

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly html: string;
  /** What it says, without its marks */
  readonly text: string;
}

export function aCitizen(world: Pick<World, "app">, headers: Readonly<Record<string, string>> = {}): Citizen {
  const cookies = new Map<string, string>();
  async function ask(method: "GET" | "POST", url: string, payload?: string): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await world.app.inject({
      method,
      url,
      headers: {
        ...(cookie && { cookie }),
        ...(payload !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
        accept: "text/html",
        "sec-fetch-site": "same-origin",
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.statusCode, headers: response.headers, html: response.body, text: textOf(response.body) };
  }
  const send: Citizen["send"] = (path, fields) => ask("POST", path, new URLSearchParams(fields).toString());
  return {
    see: (path) => ask("GET", path),
    send,
    choose: (office, date, time, service = "signature") =>
      send(`/book/offices/${office.code}/hold`, { service, at: `${date}T${time}` }),
    confirm: async (fields, language = "") => {
      const { html } = await ask("GET", `${language}/book/check`);
      return send(`${language}/book/check`, { ...fields, hold: holdIn(html) });
    },
    cookie: () => cookies.get("__Host-booking"),
    kept: (name) => cookies.get(name),
    keep: (name, value) => void cookies.set(name, value),
  };
}

/** The time that a page shows, as its forms send it along; none where nothing is held. */
export const holdIn = (html: string): string => /name="hold" value="([^"]*)"/.exec(html)?.[1] ?? "";

const textOf = (html: string): string =>
  html
    .replace(/^.*<body/s, "<body")
    .replace(/<(br|\/(p|li|h1|h2|div|dt|dd|td|a|button))[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
