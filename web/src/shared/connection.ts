/** Host and port of one emulator. */
export type Place = { host: string; port: number; hostAndPort: string };

/** Which project this site belongs to, and on a developer's machine where its emulators listen. */
export type Connection = {
  projectId: string;
  apiKey: string;
  authDomain: string;
  /** Only App Check asks for it. */
  appId?: string;
  emulators?: { auth: Place; firestore: Place; functions: Place };
};

const LOCAL = ["127.0.0.1", "localhost"];

let found: Promise<Connection> | undefined;

/** The connection, asked for once; after a failure it is asked for again. @throws when the site cannot be reached. */
export function connection(): Promise<Connection> {
  found ??= ask().catch((error) => {
    found = undefined;
    throw error;
  });
  return found;
}

/** Hosting tells it. Only init.js names the emulators, and it runs nowhere without Firebase's SDK, so it is read as text. */
async function ask(): Promise<Connection> {
  if (!LOCAL.includes(location.hostname)) return (await getOk("/__/firebase/init.json")).json();
  const text = await (await getOk("/__/firebase/init.js?useEmulator=true")).text();
  const config =
    parse(/firebaseConfig = (\{[\s\S]*?\n?\});/.exec(text)?.[1]) ??
    (await (await getOk("/__/firebase/init.json")).json());
  const emulators = parse(/firebaseEmulators = (\{[\s\S]*?\n\});/.exec(text)?.[1]);
  return { ...config, ...(emulators && { emulators }) };
}

async function getOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

function parse(json: string | undefined) {
  try {
    return json && JSON.parse(json);
  } catch {
    return undefined;
  }
}
