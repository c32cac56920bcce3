// The server can say "process", and none of what only a browser has; see tsconfig.server.json.
process.exit();
// @ts-expect-error
window.close();
// @ts-expect-error
document.title = "";
