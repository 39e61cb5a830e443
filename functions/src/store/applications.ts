import type { DocumentSnapshot } from "@google-cloud/firestore";
import { Application, begin, Draft } from "../domain/application.ts";
import { withDates } from "./firestore.ts";

/** An application, or a draft as the workflow sees it. Undefined when there is none, or a draft is malformed. */
export function readApplication(snapshot: DocumentSnapshot | undefined): Application | undefined {
  if (!snapshot?.exists) return undefined;
  const data = withDates(snapshot.data());
  if (snapshot.get("status") !== "draft") return Application.safeParse(data).data;
  const draft = Draft.safeParse(data);
  return draft.success ? begin(draft.data) : undefined;
}
