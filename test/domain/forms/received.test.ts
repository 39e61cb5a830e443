import { describe, expect, it } from "vitest";
import type { Form } from "@domain/forms/field.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { formOf, received, type FormKind } from "@domain/forms/received.ts";
import type { Track } from "@domain/status.ts";
import { FORMS, registration, sampleOf } from "./samples.ts";

const WAYS: Record<Track, readonly FormKind[]> = {
  identify: ["application", "survey", "helper", "plan", "measure", "measureDone", "visit", "result", "registration"],
  exit: ["exitProposal", "survey"],
  village: ["application", "helper", "plan", "measure", "measureDone", "visit", "result", "registration"],
};
const all = (Object.keys(WAYS) as Track[]).flatMap((track) => WAYS[track].map((kind) => ({ track, kind })));
const sent = (form: Form, about: { track: Track; kind: FormKind }) => {
  const { shown: content, hidden } = splitPrivate<unknown>(form, sampleOf(form));
  return { ...about, content, hidden };
};

describe("forms that come with actions", () => {
  it.each(all)("$track: $kind is read and given back as it came", ({ track, kind }) => {
    const wanted = sent(formOf(kind, track), { track, kind });
    expect(received(wanted)).toMatchObject({ ok: true, shown: wanted.content, hidden: wanted.hidden });
  });

  it.each(all)("$track: $kind tells facts exactly when it describes the whole", ({ track, kind }) => {
    const read = received(sent(formOf(kind, track), { track, kind }));
    const whole = ["application", "exitProposal", "survey", "registration"].includes(kind);
    expect(read.ok && (read.facts !== null)).toBe(whole);
    const named = whole && track !== "village" && kind !== "exitProposal";
    expect(read.ok && read.people.length > 0).toBe(named);
  });

  it("give the people of a registration, to find who is registered twice", () => {
    const read = received(sent(formOf("registration", "identify"), { track: "identify", kind: "registration" }));
    expect(read).toMatchObject({ people: registration().members.map(({ idNo }) => idNo.slice(0, 18)), signed: true });
  });

  it("use every form of this folder but the changes, which come as a list", () => {
    const used = new Set(all.map(({ track, kind }) => formOf(kind, track).id));
    expect(FORMS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(["changes"]);
  });

  it("have no survey of a village, and say so without a fall", () => {
    expect(() => formOf("survey", "village")).toThrow(RangeError);
    expect(received({ kind: "exitProposal", track: "village", content: {}, hidden: {} })).toMatchObject({ ok: false, problems: [{ code: "notAForm" }] });
  });
});
