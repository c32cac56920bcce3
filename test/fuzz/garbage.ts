/** Values that have broken programs before: what a hostile, clumsy or merely unlucky caller sends. */

const NUL = "\u0000";
const LONE_SURROGATE = "\ud800";
const TURNED_AROUND = "\u202eςοναρδηψ\u202c";
/** Decomposed accents, as macOS file names have them. */
const DECOMPOSED = "Ελένη Παπαδοπούλου".normalize("NFD");

export const TEXTS: readonly string[] = [
  ...["", " ", "\t", "\r\n", NUL, `Α${NUL}Β`, LONE_SURROGATE, `α${LONE_SURROGATE}`, TURNED_AROUND, DECOMPOSED],
  ...[
    "\u200b",
    "\ufeff",
    "😀".repeat(60),
    "α".repeat(101),
    "x".repeat(5_000),
    "'; drop table appointment; --",
    "%",
    "_",
  ],
  ...["<script>alert(1)</script>", "{{name}}", "$t(problem.internal)", "__proto__", "constructor", "null", "undefined"],
  ...[
    "NaN",
    "-1",
    "1e309",
    "0x10",
    "../../etc/passwd",
    "a@b.gr\r\nBcc: c@d.gr",
    "+30",
    "69444444444444444444",
    "000000000",
  ],
];

export const DATES: readonly string[] = [
  ...["0000-01-01", "0001-01-01", "1582-10-10", "1894-12-31", "1895-09-14", "1899-12-31", "1970-01-01", "1999-12-31"],
  ...["2000-01-01", "2026-11-23", "2099-12-31", "2099-12-11", "2100-01-01", "9999-12-30", "9999-12-31", "2026-02-29"],
  ...["2026-13-01", "2026-00-10", "+275760-09-13", "-000001-01-01", "+010000-01-01", "2026-11-24T10:00", "24/11/2026"],
  ...["2027-03-28", "2026-10-25", "２０２６-11-24", "2026-11-24 ", ""],
];

export const TIMES: readonly string[] = [
  ...[
    "24:00",
    "23:59",
    "00:00",
    "03:30",
    "9:00",
    "09:60",
    "-1:00",
    "09:00:00",
    "09:00Z",
    "0９:00",
    "11:31",
    "",
    "noon",
  ],
];

export const NUMBERS: readonly unknown[] = [
  ...[0, -1, 1.5, 100, 1e9, 2 ** 31, 2 ** 53, -0, 1e308, "1", "", "one", null, true, [1], { "0": 1 }],
];

export const VALUES: readonly unknown[] = [...TEXTS, ...NUMBERS, [], {}, [[]], false, { name: null }, ["α", "β"]];

/** Bodies that no JSON.stringify makes. */
export const RAW_BODIES: readonly string[] = [
  ...[
    "",
    " ",
    "null",
    "[]",
    '"text"',
    "0",
    "true",
    "{",
    '{"a":}',
    "{'a':1}",
    "\u0000",
    "\ufeff{}",
    "{}{}",
    "undefined",
  ],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"reason":"α","reason":"β"}'],
  ...['{"date":"2026-11-24","date":"9999-12-31","__proto__":1}', `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`],
  ...[
    `{"a":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`,
    '{"lastName":"\\ud800"}',
    '{"\\u0000":1}',
    '{"queue":1e999}',
  ],
  ...[`{"notes":"${"α".repeat(500_000)}"}`, `{"${"k".repeat(60_000)}":1}`, `[${"0,".repeat(30_000)}0]`],
];

export const CONTENT_TYPES: readonly string[] = [
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "json"],
  ...[
    "application/json; charset=utf-16",
    "APPLICATION/JSON",
    "application/problem+json",
    "",
    "application/json;;;=",
    "*/*",
  ],
];

export const PATH_PIECES: readonly string[] = [
  ...[
    "",
    ".",
    "..",
    "%",
    "%zz",
    "%00",
    "%2e%2e%2f",
    "%c0%af",
    "%ed%a0%80",
    "%2F",
    "a%20b",
    "*",
    ":id",
    "null",
    "x".repeat(199),
  ],
  ...[
    "x".repeat(201),
    "x".repeat(4_000),
    "__proto__",
    "constructor",
    "00000000-0000-0000-0000-000000000000",
    "9901",
    "0578Π",
  ],
  ...[
    encodeURIComponent("0578Π"),
    encodeURIComponent(TURNED_AROUND),
    encodeURIComponent(DECOMPOSED),
    "1 or 1=1",
    "%F0%9F",
  ],
];

export const IF_MATCHES: readonly string[] = [
  ...[
    "*",
    'W/"1"',
    '"0"',
    '"-1"',
    '"1", "2"',
    "1",
    '"9999999999"',
    '"2147483648"',
    '"a"',
    '""',
    "",
    '"1',
    "\u0001",
    '"٣"',
  ],
];

export const KEYS: readonly string[] = [
  "",
  " ",
  "k".repeat(200),
  "k".repeat(201),
  "k".repeat(9_000),
  "κλειδί",
  "a b",
  "\u0000",
];

export const COOKIES: readonly string[] = [
  ...[
    "",
    "__Host-session=",
    "__Host-session=1.x",
    `__Host-session=999999999.${"a".repeat(43)}`,
    "__Host-session=%zz",
    "=;=;",
  ],
  ...[
    `__Host-session=0.${"a".repeat(43)}`,
    `__Host-session=${"9".repeat(4_000)}`,
    "__proto__=1; constructor=2",
    "a".repeat(8_000),
  ],
];

/** One or two headers that a caller may add to anything. */
export const HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[{ "accept-language": "en" }, { "accept-language": "x".repeat(5_000) }, { accept: "text/html" }, { accept: "" }],
  ...[
    { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "none" },
  ],
  ...[
    { host: "" },
    { host: "[" },
    { host: "a b" },
    { host: "elsewhere.example:99999" },
    { "x-forwarded-for": "1.2.3.4" },
  ],
  ...[
    { "x-forwarded-host": "elsewhere.example" },
    { "x-background": "1" },
    { "accept-version": "9.9.9" },
    { range: "bytes=0-1" },
  ],
  ...[
    { "if-none-match": "*" },
    { "content-encoding": "gzip" },
    { expect: "100-continue" },
    { "x-http-method-override": "DELETE" },
  ],
  ...[
    { "transfer-encoding": "chunked" },
    { "content-length": "5" },
    { "content-length": "-1" },
    { "content-length": "99999999" },
  ],
];
