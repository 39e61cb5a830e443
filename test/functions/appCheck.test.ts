import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it, vi } from "vitest";

/** App Check in the functions themselves: a parameter of production, so they are loaded anew with it. */

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Sends the same to a public form and to a call of the staff; what the functions say to each. */
async function askBoth(parameter: string, headers: Record<string, string> = {}): Promise<string[]> {
  vi.stubEnv("APP_CHECK", parameter);
  vi.stubEnv("IDENTITY_KEY", "demo-only");
  vi.resetModules();
  const { fileObjection, saveStaff } = await import("../../functions/src/index.ts");
  const server = express().use(express.json()).post("/objection", fileObjection as never).post("/staff", saveStaff as never).listen(0, "127.0.0.1");
  await vi.waitUntil(() => server.listening);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (path: string, body: object) => {
    const response = await fetch(base + path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
    const { problem, error } = (await response.json()) as { problem?: { code: string }; error?: { status: string; message: string } };
    return problem?.code ?? `${error?.status} ${error?.message}`;
  };
  try {
    return [await send("/objection", { nothing: true }), await send("/staff", { data: {} })];
  } finally {
    server.close();
  }
}

describe("whether a page is ours", () => {
  it("is not asked as it comes: the local suite and a town without a key work as ever", async () => {
    expect(await askBoth("off")).toEqual(["invalidInput", "FAILED_PRECONDITION signInFirst"]);
  });

  it.each([["nothing to prove it", {}], ["a made-up proof", { "x-firebase-appcheck": "not.a.token" }]])("is asked once it is enforced, and %s is refused by name, before anything is read", async (_what, headers) => {
    expect(await askBoth("enforce", headers)).toEqual(["notOurPage", "UNAUTHENTICATED Unauthenticated"]);
  });
});
