/** The person who signed in by the government's word; whether that person may use the platform is another question. */
export interface SignedInPerson {
  readonly afm: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly userId: string;
}

/** One try to sign in, remembered by the browser that began it. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  /** Where to go afterwards: a path of ours */
  readonly returnTo: string;
}

export interface SignInProvider {
  /** To which a form of ours may lead, because signing out ends there */
  readonly origins: readonly string[];
  authorizeUrl(attempt: Attempt, redirectUri: string): Promise<URL>;
  /** @throws Refusal `sign-in-denied`, `sign-in-failed` or `sign-in-unavailable` */
  identify(callback: URL, attempt: Attempt): Promise<SignedInPerson>;
  /** Where the browser ends the government's own session; null where there is no such place */
  logoutUrl(back: URL): Promise<URL | null>;
}
