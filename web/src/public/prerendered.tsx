import { renderToString } from "preact-render-to-string";
import { Loading } from "../shared/components.tsx";
import { Frame } from "./Frame.tsx";
import { HomePage } from "./pages/HomePage.tsx";

/** What stands in each document before any script runs: what is drawn while the campaign is being asked for. */
export const PRERENDERED: Readonly<Record<string, string>> = {
  "/index.html": renderToString(<Frame path="/" campaign={undefined}><HomePage campaign={undefined} /></Frame>),
  "/page.html": renderToString(<Frame path="" campaign={undefined}><Loading /></Frame>),
};
