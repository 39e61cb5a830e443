import type { RoomPath } from "../shell/rooms.ts";

/** A passage of the plan; its words are in planText.ts. */
export type PlanPart =
  | "way" | "split" | "lists" | "notices" | "pairing" | "plans" | "forms" | "handbook" | "entry" | "trial" | "update" | "marks" | "villages" | "money" | "openness" | "forbidden" | "publicity";

/** What is read beside each room; rooms that the plan does not know of have nothing. */
const PLAN_OF: Readonly<Partial<Record<RoomPath, readonly PlanPart[]>>> = {
  apply: ["way", "lists"], "apply/:id": ["way", "lists"], exits: ["lists"], survey: ["way", "lists"], "survey/:id": ["way"],
  meeting: ["lists", "forbidden"], confirm: ["lists"], verify: ["lists", "forbidden"], publish: ["lists", "notices", "openness"], review: ["notices", "forbidden"],
  objections: ["openness", "forbidden"], complaints: ["forbidden"], notices: ["openness"], pairing: ["pairing"], help: ["pairing", "plans", "money"], "help/:id": ["plans"],
  registration: ["forms"], "registration/:id": ["forms"], handbook: ["handbook"], entry: ["entry"], trial: ["trial"], update: ["update"], "update/:id": ["update"], changes: ["update"],
  findings: ["forbidden"], quota: ["split"], marks: ["marks"], villages: ["villages"], "villages/:id": ["villages"], "villageForm/:id": ["villages"], money: ["money"],
  differences: ["openness", "forbidden"], oversight: ["openness", "forbidden"], kin: ["forbidden"], lists: ["forbidden"], campaign: ["publicity", "openness"], board: ["plans", "entry", "trial", "update"],
};

/** The passages for a room by its path, in the order in which they are of use there. */
export const planPartsOf = (path: string): readonly PlanPart[] => Object.entries(PLAN_OF).find(([known]) => known === path)?.[1] ?? [];
