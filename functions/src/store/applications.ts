import type { DocumentSnapshot } from "@google-cloud/firestore";
import { Application, begin, Draft } from "../domain/application.ts";
import { withDates } from "./firestore.ts";

/** An application, or a draft as the workflow sees it. Undefined when there is none, or a draft is malformed. */
export function readApplication(snapshot: DocumentSnapshot | undefined): Application | undefined {
  if (!snapshot?.exists) return undefined;
  const data = withDates(snapshot.data());
  const draft = Draft.safeParse(data);
  if (draft.success) return begin(draft.data);
  const application = Application.safeParse(data);
  return application.success ? application.data : undefined;
}
