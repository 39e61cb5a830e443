/** Ports of the local suite: the usual ones where they are free, others where they are not. */
import { connect, createServer } from "node:net";
import { LOOPBACK } from "./places.ts";

/**
 * What needs a port. `tasks` is Lika's Cloud Tasks emulator, `firebaseTasks` the one of firebase-tools beside
 * it.
 */
export const SERVICES = [
  "hosting",
  "functions",
  "firestore",
  "auth",
  "tasks",
  "hub",
  "logging",
  "eventarc",
  "firebaseTasks",
  "websocket",
] as const;

export type Service = (typeof SERVICES)[number];
export type Ports = Readonly<Record<Service, number>>;

/** The defaults of firebase-tools and of cloud-tasks-emulator's README. */
export const USUAL_PORTS: Ports = {
  hosting:       5000,
  functions:     5001,
  firestore:     8080,
  auth:          9099,
  tasks:         8123,
  hub:           4400,
  logging:       4500,
  eventarc:      9299,
  firebaseTasks: 9499,
  websocket:     9150,
};

/** A service that had to leave its usual port. */
export interface Moved {
  readonly service: Service;
  readonly from: number;
  readonly to: number;
}

/**
 * Below the range that systems give to outgoing connections, so that nobody takes one between choice and use.
 */
const QUIET_RANGE = { from: 20_000, to: 31_000 };

/** Chooses ports: `usual` prefers the well-known ones, `any` leaves those to a suite that a person has up. */
export async function choosePorts(preference: "usual" | "any"): Promise<{ ports: Ports; moved: Moved[] }> {
  const base = QUIET_RANGE.from + Math.floor(Math.random() * (QUIET_RANGE.to - QUIET_RANGE.from));
  const ports: Record<Service, number> = { ...USUAL_PORTS };
  const moved: Moved[] = [];
  const taken = new Set<number>();
  for (const service of SERVICES) {
    const from = USUAL_PORTS[service];
    const to = await firstFree(preference === "usual" ? from : base, taken);
    taken.add(to);
    ports[service] = to;
    if (preference === "usual" && to !== from) moved.push({ service, from, to });
  }
  return { ports, moved };
}

/** Whether nobody listens on a port of this machine's loopback address. */
export async function isFree(port: number): Promise<boolean> {
  return !(await answers(port)) && (await canListen(port));
}

/** Whether something takes connections on a port. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK, timeout: 1000 });
    const end = (listening: boolean): void => (socket.destroy(), resolve(listening));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

async function firstFree(from: number, taken: ReadonlySet<number>): Promise<number> {
  const usual = new Set(Object.values(USUAL_PORTS));
  for (let port = from; port < from + 500; port += 1) {
    // Moving hosting away from 5000 must not push functions out of 5001.
    const another = taken.has(port) || (port !== from && usual.has(port));
    if (!another && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 500} on ${LOOPBACK}.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
