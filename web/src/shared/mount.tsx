import "./withoutEval.ts";
import type { ComponentChild } from "preact";
import { render } from "preact";
import "./theme.css";
import "./parts.css";
import "./form.css";
import { startLanguage } from "./language.tsx";
import { startLook } from "./look.tsx";

/** Draws a page's root into `#app`. */
export function mount(root: ComponentChild): void {
  startLanguage();
  startLook();
  const place = document.getElementById("app");
  if (place) render(root, place);
}
