import { Link } from "../../shared/router.tsx";
import type { Household } from "../data/applications.ts";
import { householderOf } from "./status.tsx";

export const addressOfHousehold = (id: string): string => `/staff/household/${id}`;

/** The householder's name, leading to the household's page. */
export function HouseholdLink({ household }: { household: Household }) {
  return <Link href={addressOfHousehold(household.id)}>{householderOf(household)}</Link>;
}
