import type { ActionType } from "@domain/actionInputs.ts";

/**
 * What may wait on the device for a day, because it only writes down what was done in the village. Everything else
 * decides upon how things stand now, and a decision that arrives a day late is another one.
 */
const MAY_WAIT: readonly ActionType[] = [
  "submit", "proposeExit", "recordSurvey", "recordAppraisal", "recordBoard", "adoptPlan", "recordVisit", "recordMeasure", "finishMeasure", "recordResult",
  "confirmResult", "completeForm", "issueHandbook", "answerFinding", "updateYear",
];

/** Whether an action can only be sent with a connection, and there is none. */
export const isOutOfReach = (type: ActionType): boolean => !navigator.onLine && !MAY_WAIT.includes(type);
