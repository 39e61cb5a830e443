import "./options.ts";

export { checkHandbook, fileAppeal, fileComplaint, fileObjection, followAnswer, followReceipt } from "./callables/publicRequests.ts";
export {
  answerComplaint, declareRelatives, exportBatch, importRegister, removeList, revealForPrint, revealIdentity, revealObjector, saveStaff, takeList,
  takeReceipt,
} from "./callables/staffRequests.ts";
export { closeNotice } from "./tasks/closeNotice.ts";
export { sendMessage } from "./tasks/sendMessage.ts";
export { startUpkeep, upkeep } from "./tasks/upkeep.ts";
export { applyAction } from "./triggers/applyAction.ts";
