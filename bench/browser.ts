type Headers = Readonly<Record<string, string>>;

/** What is compressed costs its processor, too. */
const COMPRESSED = { "accept-encoding": "gzip, deflate, br, zstd" };

/** What a citizen's browser says when it asks for a page. */
export const FOR_A_PAGE: Headers = { ...COMPRESSED, accept: "text/html" };

/** What the browser of somebody who is signed in says with each question of its page. */
export const asBrowser = (cookie: string): Headers => ({
  ...COMPRESSED,
  accept: "*/*",
  "accept-language": "el-GR,el;q=0.9,en;q=0.8",
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "same-origin",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  cookie,
});
