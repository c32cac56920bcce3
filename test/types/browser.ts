// What the browser runs can say "document", and none of what only a server has: were a package to bring the types of
// Node along, these errors would be missing, and tsconfig.browser.json fail.
document.title = "";
// @ts-expect-error
process.exit();
// @ts-expect-error
Buffer.from("");
// @ts-expect-error
void import("node:fs");
