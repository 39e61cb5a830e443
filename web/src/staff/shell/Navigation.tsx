import { useEffect, useRef, useState } from "preact/hooks";
import { keepValue, keptValue } from "../../shared/kept.ts";
import { say } from "../../shared/language.tsx";
import { Link, usePath } from "../../shared/router.tsx";
import { useSession } from "../session/session.ts";
import { STAFF_WORDS } from "../words.ts";
import type { NavigationGroup } from "./groups.ts";
import { groupsFor, sectionOf } from "./groups.ts";
import { addressOf } from "./rooms.ts";

const FOLDED = "nav.folded";

function foldedNow(): string[] {
  const held = keptValue(FOLDED);
  return Array.isArray(held) ? held : [];
}

/** The rooms of the role, group by group; on a phone behind one button that says where one is. */
export function Navigation() {
  const { office } = useSession();
  const { path } = usePath();
  const section = sectionOf(path);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setOpen(false);
    keepInSight(box.current);
  }, [path]);
  const groups = groupsFor(office.role);
  const here = groups.flatMap(({ rooms }) => rooms).find((room) => room.path === section);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <nav class="staffNav" aria-label={say(STAFF_WORDS.rooms)} onKeyDown={onKeyDown}>
      <button ref={button} type="button" class="navSwitch" aria-expanded={isOpen} aria-controls="navGroups" onClick={() => setOpen(!isOpen)}>
        <span class="soft">{say(STAFF_WORDS.rooms)}</span>
        {here && <span>{say(here.name)}</span>}
      </button>
      <div ref={box} id="navGroups" class={isOpen ? "navGroups open" : "navGroups"}>
        {groups.map((group) => <Group key={group.key} group={group} section={section} />)}
      </div>
    </nav>
  );
}

/** The list of rooms scrolls by itself beside a long page; the room that is open stays in sight in it. */
function keepInSight(box: HTMLElement | null): void {
  const link = box?.querySelector<HTMLElement>("[aria-current]");
  if (!box || !link) return;
  const [top, bottom] = [link.offsetTop - box.offsetTop, link.offsetTop - box.offsetTop + link.offsetHeight];
  if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 2;
}

/** One group, folded or not as this device was told; where one is it is open. */
function Group({ group: { key, name, rooms }, section }: { group: NavigationGroup; section: string }) {
  const isHere = rooms.some((room) => room.path === section);
  const [isOpen, setOpen] = useState(() => isHere || !foldedNow().includes(key));
  useEffect(() => {
    if (isHere) setOpen(true);
  }, [isHere]);
  const toggled = ({ currentTarget: { open } }: { currentTarget: HTMLDetailsElement }) => {
    if (open === isOpen) return;
    setOpen(open);
    keepValue(FOLDED, [...foldedNow().filter((one) => one !== key), ...(open ? [] : [key])]);
  };
  return (
    <details class="navGroup" open={isOpen} onToggle={toggled}>
      <summary>{say(name)}</summary>
      <ul>
        {rooms.map((room) => (
          <li key={room.path}><Link href={addressOf(room)} current={room.path === section}>{say(room.name)}</Link></li>
        ))}
      </ul>
    </details>
  );
}
