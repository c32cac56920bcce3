/** What a browser says with each question of a page: what is compressed costs its processor, too. */
export const asBrowser = (cookie: string): Readonly<Record<string, string>> => ({
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "el-GR,el;q=0.9,en;q=0.8",
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "same-origin",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  cookie,
});
