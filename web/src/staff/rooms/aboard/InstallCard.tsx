import { Button, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useProgram } from "../../shell/program.ts";
import { ABOARD_WORDS } from "./words.ts";

/** How the rooms become a program of the phone: by a button where the browser lets a page ask, else in words. */
export function InstallCard() {
  const { install, isInstalled } = useProgram();
  return (
    <Card title={say(ABOARD_WORDS.install)}>
      {isInstalled && <p>{say(ABOARD_WORDS.installed)}</p>}
      {!isInstalled && <p>{say(ABOARD_WORDS.installLead)}</p>}
      {!isInstalled && !install && <p>{say(ABOARD_WORDS.installByHand)}</p>}
      {!isInstalled && install && <div class="buttons"><Button kind="primary" onClick={install}>{say(ABOARD_WORDS.installNow)}</Button></div>}
    </Card>
  );
}
