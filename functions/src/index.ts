import "./options.ts";

export { checkHandbook, fileObjection, followReceipt } from "./callables/publicRequests.ts";
export { declareRelatives, exportBatch, importRegister, removeList, revealForPrint, revealIdentity, saveStaff, takeList, takeReceipt } from "./callables/staffRequests.ts";
export { closeNotice } from "./tasks/closeNotice.ts";
export { startUpkeep, upkeep } from "./tasks/upkeep.ts";
export { applyAction } from "./triggers/applyAction.ts";
