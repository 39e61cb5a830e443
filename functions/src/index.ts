import "./options.ts";

export { checkHandbook, fileObjection, followReceipt } from "./callables/publicRequests.ts";
export { exportBatch, importRegister, revealForPrint, revealIdentity, saveStaff, takeReceipt } from "./callables/staffRequests.ts";
export { closeNotice } from "./tasks/closeNotice.ts";
export { startUpkeep, upkeep } from "./tasks/upkeep.ts";
export { applyAction } from "./triggers/applyAction.ts";
