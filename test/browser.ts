/** For tests: as much of a browser as signing in needs, namely cookies by origin and redirects one at a time. */
export interface Browser {
  /** One request; redirects are not followed. */
  request(address: string | URL, init?: RequestInit): Promise<Response>;
  /** Follows redirects with GET until a page comes. */
  visit(address: string | URL, init?: RequestInit): Promise<Page>;
  /** Submits a form as one of our own pages would. */
  submit(address: string | URL, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** Up to the page where the government asks who it is, then on as that person. */
  signIn(personId: string, path?: string): Promise<Page>;
  me(): Promise<Response>;
  cookie(name: string, origin?: string): string | undefined;
  setCookie(name: string, value: string): void;
}

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The addresses passed on the way */
  readonly via: readonly URL[];
}

/**
 * @param isOneSite whatever it asks shares its cookies, as processes behind one address do
 * @param onItsWay an answer that has left reaches the browser, with its cookies, behind that
 */
export function openBrowser(home: string, isOneSite = false, onItsWay?: (address: URL) => Promise<void>): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (origin: string) => jars.get(origin) ?? jars.set(origin, new Map()).get(origin) ?? new Map();

  async function request(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, home);
    const jar = jarOf(isOneSite ? home : url.origin);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    await onItsWay?.(url);
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
    return response;
  }

  async function visit(address: string | URL, init: RequestInit = {}): Promise<Page> {
    const via: URL[] = [];
    let url = new URL(address, home);
    let response = await request(url, init);
    while (response.headers.has("location")) {
      await response.body?.cancel();
      via.push(url);
      url = new URL(response.headers.get("location") ?? "", url);
      response = await request(url);
    }
    return { url, status: response.status, text: await response.text(), headers: response.headers, via };
  }

  const submit = (address: string | URL, fields: Readonly<Record<string, string>> = {}) =>
    visit(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin" },
    });

  return {
    request,
    visit,
    submit,
    signIn: async (personId, path = "/sign-in") => submit((await visit(path)).url, { userid: personId }),
    me: () => request("/api/me"),
    cookie: (name, origin = home) => jarOf(origin).get(name),
    setCookie: (name, value) => void jarOf(home).set(name, value),
  };
}

function keep(jar: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf("="));
  const isOver = attributes.some((attribute) => /^(max-age=0|expires=Thu, 01 Jan 1970.*)$/i.test(attribute));
  if (isOver) jar.delete(name);
  else jar.set(name, pair.slice(pair.indexOf("=") + 1));
}
