/** The site key of reCAPTCHA Enterprise, as it was built in; without one there is no App Check, and none of its code. */
const KEY: string | undefined = import.meta.env.VITE_APP_CHECK_KEY;

/** What proves to a function that one of our own pages asks: a header, fetched when something is sent and not before. */
export async function proofOfPage(): Promise<Record<string, string>> {
  if (!KEY) return {};
  /* Where Google cannot be reached there is no proof; the function then says what to do. */
  const token = await import("./appCheckToken.ts").then(({ tokenFor }) => tokenFor(KEY)).catch(() => undefined);
  return token ? { "X-Firebase-AppCheck": token } : {};
}
