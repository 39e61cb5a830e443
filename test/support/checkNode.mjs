/**
 * Says in plain words why the scripts beside this file cannot run, before Node says it in its own.
 *
 * Plain JavaScript, because it must run on the very Node that is too old for the TypeScript files: they need
 * the Node 24 that `npm ci` puts into `node_modules/.bin`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
const installed = existsSync(
  fileURLToPath(new URL("../../node_modules/firebase-tools/package.json", import.meta.url)),
);

if (!installed) {
  console.error("Lika's packages are not installed yet. Run: npm ci");
  process.exit(1);
}
if (!runsTypeScript) {
  console.error(
    `This is Node ${process.versions.node}; Lika's scripts need 22.18 or newer and bring Node 24 along.`,
  );
  console.error("It comes with the npm package `node`, whose install script did not run. Two ways out:");
  console.error("  npm rebuild node      (then try again)");
  console.error("  install Node 24 from https://nodejs.org, for example by `nvm install` in this folder");
  process.exit(1);
}
