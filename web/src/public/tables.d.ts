/** Names of the domain as plain data; made by vite.config.ts. */
declare module "lika:tables" {
  export const MEETING_KINDS: typeof import("@domain/meeting.ts").MEETING_KINDS;
  export const ROUNDS: typeof import("@domain/notice/notice.ts").ROUNDS;
  export const ROLES: typeof import("@domain/roles.ts").ROLES;
  export const STATUSES: typeof import("@domain/status.ts").STATUSES;
  export const TRACKS: typeof import("@domain/status.ts").TRACKS;
}
