import { render } from "preact";
import "../../../web/src/shared/theme.css";
import "../../../web/src/staff/staff.css";
import { PRINTS } from "./prints.tsx";

/* The print that the address names, inside the frame that the rooms have. */
function draw() {
  const name = decodeURIComponent(location.hash.slice(1));
  const Print = PRINTS[name];
  const place = document.getElementById("app");
  if (!place || !Print) return;
  render(<div class="staffBody" key={name}><main class="staffMain"><div class="page"><h1 class="pageHead">{name}</h1><div class="sheets"><Print /></div></div></main></div>, place);
  document.body.setAttribute("data-drawn", name);
}

window.addEventListener("hashchange", draw);
draw();
