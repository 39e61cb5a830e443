import type { Action } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import { paths } from "../domain/paths.ts";
import type { Reader } from "./reading.ts";

/** Photos in a section of a form. */
export const photosOf = (form: unknown, section: string): string[] => {
  const part: unknown = Object.getOwnPropertyDescriptor(form ?? {}, section)?.value;
  const photos: unknown = Object.getOwnPropertyDescriptor(part ?? {}, "photos")?.value;
  return Array.isArray(photos) ? photos : [];
};

/** Photos that an action refers to; an application's lie in its draft. */
function evidenceOf({ type, input }: Action, drafts: readonly unknown[]): string[] {
  switch (type) {
    case "recordAppraisal": {
      const { minutes = [], attendance = [] } = input as Partial<ActionInput<typeof type>>;
      return [...minutes, ...attendance];
    }
    case "publishNotice": return (input as ActionInput<typeof type>).boardPhotos ?? [];
    case "submit": return [(input as ActionInput<typeof type>).form, ...drafts].flatMap((form) => photosOf(form, "consultation"));
    case "recordVisit": return photosOf((input as ActionInput<typeof type>).visit, "visit");
    case "finishMeasure": return photosOf((input as ActionInput<typeof type>).done, "done");
    case "recordResult": return photosOf((input as ActionInput<typeof type>).result, "result");
    default: return [];
  }
}

/** Whether a photo that the action names is not there; only its kind is read, not the picture. */
export async function isEvidenceMissing({ db, tx }: Reader, action: Action, targets: readonly { application: Application | undefined }[]): Promise<boolean> {
  const ids = evidenceOf(action, targets.map(({ application }) => application?.form)).filter((id) => typeof id === "string" && id.length > 0 && !id.includes("/"));
  if (ids.length === 0) return false;
  const found = await tx.getAll(...ids.map((id) => db.doc(paths.evidence(id))), { fieldMask: ["village"] });
  return found.some((snapshot) => snapshot.get("village") !== action.area);
}
