import { paths } from "@domain/paths.ts";
import type { Objector } from "@domain/records.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { call } from "../../actions/call.ts";
import { AskWhy } from "../../parts/AskWhy.tsx";
import { StoredPhoto } from "../../parts/Photos.tsx";
import { OBJECTION_WORDS } from "./words.ts";

/** Who sent an objection or a complaint, as far as they said: shown for a reason, recorded. */
export function Sender({ id, label }: { id: string; label: string }) {
  const [asking, setAsking] = useState(false);
  const [sender, setSender] = useState<Objector>();
  if (sender) return <span class="masked">{[sender.name, sender.phone].filter(Boolean).join("，") || say(OBJECTION_WORDS.unnamed)}</span>;
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{label}</Button>
      {asking && (
        <AskWhy
          about={id}
          title={label}
          button={say({ zh: "查看", en: "Show" })}
          example={say({ zh: "如：需要当面核实情况", en: "such as: to ask about the facts in person" })}
          ask={(reason) => call<Objector>("revealObjector", { objection: id, reason })}
          show={(found) => { setSender(found); setAsking(false); }}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** The photos that came with it; `path` is the objection's or the complaint's. */
export function SentPhotos({ path, count }: { path: string; count: number }) {
  if (count === 0) return null;
  return (
    <>
      <h3>{say(OBJECTION_WORDS.photos)}</h3>
      <ul class="photoList">
        {Array.from({ length: count }, (_, at) => (
          <li key={at}><StoredPhoto path={paths.filedPhoto(path, at + 1)} name={`${say(OBJECTION_WORDS.photos)} ${at + 1}`} /></li>
        ))}
      </ul>
    </>
  );
}
