/** Signing in again happens in a window of its own: this page keeps everything and goes on. */
export const SIGN_IN_BESIDE = "/sign-in?return=/signed-in";
