import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink } from "../../shared/components.tsx";
import { keep, kept } from "../../shared/kept.ts";
import { say } from "../../shared/language.tsx";
import { useDesk } from "../session/session.ts";
import { useProgram } from "../shell/program.ts";
import { allRooms } from "../shell/rooms.ts";

const WORDS = {
  along:   { zh: "带上本村，没信号也能办", en: "Take my village along" },
  hint:    { zh: "常用手机办理的，可以装到手机桌面：没有信号也打得开。", en: "If you work on this phone, install it: it then opens without a signal." },
  how:     { zh: "怎么装", en: "How" },
  dismiss: { zh: "不用了", en: "No, thanks" },
} as const;

const DISMISSED = "installHint";
const ROOM = "aboard";

const mayTakeAlong = (role: string): boolean => allRooms().some(({ path, roles }) => path === ROOM && roles.some((one) => one === role));

/** The way to take the village along, for whoever works in villages. */
export function AlongLink() {
  const { office } = useDesk();
  return mayTakeAlong(office.role) ? <ButtonLink href={`/staff/${ROOM}`}>{say(WORDS.along)}</ButtonLink> : null;
}

/** Tells those who work in villages on a phone that it can be installed, until it is or they do not want it. */
export function InstallHint() {
  const { office } = useDesk();
  const { isInstalled } = useProgram();
  const [isDismissed, setDismissed] = useState(() => kept(DISMISSED) !== undefined);
  if (isInstalled || isDismissed || !mayTakeAlong(office.role) || !matchMedia("(pointer: coarse)").matches) return null;
  const dismiss = () => (keep(DISMISSED, "yes"), setDismissed(true));
  return (
    <Alert tone="info">
      <p>{say(WORDS.hint)}</p>
      <div class="buttons">
        <ButtonLink href={`/staff/${ROOM}`}>{say(WORDS.how)}</ButtonLink>
        <Button kind="quiet" onClick={dismiss}>{say(WORDS.dismiss)}</Button>
      </div>
    </Alert>
  );
}
