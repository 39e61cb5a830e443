import type { ComponentChildren } from "preact";
import { numeral } from "../chinese.ts";

/** One of the numbered parts of a registration form. */
export function Aspect({ no, zh, children }: { no: number; zh: string; children: ComponentChildren }) {
  return (
    <section class="aspectPart">
      <h3 class="aspect">{numeral(no)}、{zh}</h3>
      {children}
    </section>
  );
}
