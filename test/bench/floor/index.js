/* What Lika's functions are measured against: the least that a trigger and a task can do. Never deployed. */
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { onDocumentCreated } from "firebase-functions/v2/firestore";
import { onTaskDispatched } from "firebase-functions/v2/tasks";

const region = process.env.LIKA_REGION ?? "asia-east2";

initializeApp();
const database = getFirestore();
const answer = (id) =>
  database.doc(`floorAnswers/${id}`).set({ status: "answered", at: new Date() }, { merge: true });

export const floorTrigger = onDocumentCreated({ document: "floor/{id}", retry: true, region }, ({ params }) =>
  answer(params.id),
);

export const floorTimer = onTaskDispatched(
  { region, rateLimits: { maxConcurrentDispatches: 20 } },
  ({ data }) => answer(data.id),
);
