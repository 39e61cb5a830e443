import { describe, expect, it } from "vitest";
import { readAudit } from "../support/audit.ts";

/** The audit of what is deployed: a hole fails, and a registry that does not answer is never taken for a sound one. */

const report = (severities: Record<string, string>) => JSON.stringify({
  auditReportVersion: 2, vulnerabilities: Object.fromEntries(Object.entries(severities).map(([name, severity]) => [name, { name, severity, via: [], fixAvailable: true }])),
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: Object.keys(severities).length } },
});

describe("the audit of dependencies", () => {
  it.each([
    ["nothing is known", report({}), "held", "no known hole"],
    ["only something moderate is known", report({ "left-pad": "moderate" }), "held", "1 of lower"],
    ["something high is known", report({ "left-pad": "high" }), "failed", "left-pad (high)"],
    ["something critical is known", report({ "left-pad": "low", "right-pad": "critical" }), "failed", "right-pad (critical)"],
    ["the registry refuses to tell", JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405, error: { summary: "" } }), "unknown", "405 Method Not Allowed"],
    ["the registry is not there", "", "unknown", "NOT AUDITED"],
    ["something else answers in its place", "<html>sign in</html>", "unknown", "NOT AUDITED"],
    ["a proxy answers with an empty report", "{}", "unknown", "NOT AUDITED"],
  ])("tells apart when %s", (_when, text, state, says) => {
    const audited = readAudit(text);
    expect(audited.state).toBe(state);
    expect(audited.line).toContain(says);
  });
});
