import type { FirestoreSettings } from "firebase/firestore";
import { memoryLocalCache, memoryLruGarbageCollector } from "firebase/firestore";

/**
 * What was read stays in memory while the page is open, up to 40 MB: whoever comes back to a list, however late, is sent
 * what has changed since and nothing else. (The SDK's own choice forgets a list as soon as nobody looks at it.)
 */
export const inMemory = (): FirestoreSettings["localCache"] => memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() });
