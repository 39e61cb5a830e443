import type { Campaign } from "@domain/campaign.ts";
import { checkRegistration } from "@domain/checks/registration.ts";
import { expect, it } from "vitest";
import { inventHousehold } from "../../seed/invent.ts";
import { inventRegistration } from "../../seed/inventRegistration.ts";
import { campaign, household as application } from "../workflow/sample.ts";

/** What is asked about 300 mu of pasture in a village of which the campaign says this. */
function asked(pastoral: boolean | undefined): string[] {
  const household = application({ status: "planned" });
  const village = { code: household.village, name: "阳屲村" };
  const { survey } = inventHousehold({ seed: 11, village, track: "identify" });
  const { land, ...form } = inventRegistration({ seed: 11, survey });
  const villages = campaign.villages.map((one) => (one.code === village.code ? { ...one, pastoral } : one));
  const of = { ...campaign, villages } as Campaign;
  return checkRegistration({ record: { ...form, land: { ...land, pasture: 300 } }, year: 2013, application: household, campaign: of, plan: undefined, sameNumber: 0 }).map(({ rule }) => rule);
}

it("large pastures are asked about where the campaign says that a village does not live by them", () => {
  expect(asked(false)).toContain("LI-01");
  expect(asked(true)).not.toContain("LI-01");
  expect(asked(undefined)).not.toContain("LI-01");
});
