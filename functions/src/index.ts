import "./options.ts";

export { fileObjection, followReceipt } from "./callables/publicRequests.ts";
export { revealIdentity, saveStaff } from "./callables/staffRequests.ts";
export { closeNotice } from "./tasks/closeNotice.ts";
export { startUpkeep, upkeep } from "./tasks/upkeep.ts";
export { applyAction } from "./triggers/applyAction.ts";
