import type { Stage } from "../stage.ts";
import { BrokenPlay } from "../stage.ts";

/** The Functions emulator loses a request whose worker it could not start in time; it is sent again then. */
const PATIENCE_MS = 20_000;
const ATTEMPTS = 4;

/** Calls a function by HTTP, one call at a time; with a body by POST. @throws BrokenPlay when it answers nothing. */
export async function call(
  stage: Stage,
  url: string,
  body?: unknown,
  token?: string,
): Promise<{ status: number; text: string }> {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const request = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await stage.byHttp(() => fetch(url, { ...request, signal })).catch(() => undefined);
    if (response && response.status < 500) return { status: response.status, text: await response.text() };
  }
  throw new BrokenPlay(`${url} did not answer`);
}

/** Has the emulator start a worker for each function that answers by HTTP, before much happens at once. */
export async function warmUp(stage: Stage): Promise<void> {
  const { hosting, functionsBaseUrl } = stage.suite;
  await call(stage, `http://${hosting}/api/objection`, {});
  await call(stage, `http://${hosting}/api/receipt?number=`);
  await call(stage, `${functionsBaseUrl}/closeNotice`, { data: { notice: "nobody-knows-it" } });
}

/** A farmer looks up where an application stands, by its receipt number and nothing else. */
export async function follow(
  stage: Stage,
  { receipt, ...expected }: { receipt: string; status: string; village: string },
): Promise<void> {
  const { text } = await call(
    stage,
    `http://${stage.suite.hosting}/api/receipt?number=${encodeURIComponent(receipt)}`,
  );
  const { result } = JSON.parse(text) as { result?: { status: string; village: string } };
  if (result?.status !== expected.status || result.village !== expected.village)
    throw new BrokenPlay(
      `a receipt number leads to ${result?.status ?? "nothing"}, not to ${expected.status}`,
    );
}
