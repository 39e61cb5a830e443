/** The small summary of a form that lists, meetings and notices need: the domain's `Facts`, in its own words. */
export type Facts = {
  householder: string;
  groupName: string;
  memberCount: number;
  residentCount: number | null;
  laborCount: number | null;
  perCapitaNetIncome: number | null;
  mainCause: string | null;
  attribute: string | null;
};
