import type { AreaCode } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { useRef, useState } from "preact/hooks";
import { Button } from "../../shared/components.tsx";
import { compress } from "../../shared/compress.ts";
import { say } from "../../shared/language.tsx";
import { discard, useStage } from "../actions/outbox.ts";
import type { EvidenceKind } from "../actions/post.ts";
import { postPhoto } from "../actions/post.ts";
import { usePicture, useWaitingPicture } from "../data/evidence.ts";
import { useDesk } from "../session/session.ts";

/** A photo as evidence may be at most (firestore.rules: 700 KiB), with room to spare. */
const MOST_BYTES = 600 * 1024;

type PhotosProps = {
  id: string;
  label: string;
  village: AreaCode;
  kind: EvidenceKind;
  most: number;
  photos: readonly string[];
  onChange: (photos: string[]) => void;
};

const WORDS = {
  take:     { zh: "拍照或选择照片", en: "Take or choose a photo" },
  working:  { zh: "正在处理照片……", en: "Preparing the photo…" },
  unread:   { zh: "这个文件不是能读取的照片，请另选一张。", en: "This file is no picture that can be read; choose another." },
  tooMany:  { zh: "照片已够，多出的没有加入。", en: "That is enough photos; the others were not added." },
  full:     { zh: "这台设备的空间不够，照片没有保存。请删去不用的照片或程序后再拍。", en: "This device is full, and the photo was not kept. Remove what is not needed, then take it again." },
  waiting:  { zh: "待发送", en: "not sent yet" },
  refused:  { zh: "没有被接受", en: "not accepted" },
} as const;

/** Photos taken with the phone's camera: made small on the device, sent at once or as soon as there is a connection. */
export function Photos({ id, label, village, kind, most, photos, onChange }: PhotosProps) {
  const { uid, office, campaign } = useDesk();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"unread" | "tooMany" | "full">();
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: File[]) => {
    setBusy(true);
    setTrouble(files.length > most - photos.length ? "tooMany" : undefined);
    const added: string[] = [];
    for (const file of files.slice(0, most - photos.length)) {
      const data = await compress(file, MOST_BYTES);
      if (!data) setTrouble("unread");
      else await postPhoto({ village, kind, data }, { uid, role: office.role, campaign: campaign.id }).then((id) => added.push(id), () => setTrouble("full"));
    }
    if (added.length > 0) onChange([...photos, ...added]);
    if (input.current) input.current.value = "";
    setBusy(false);
  };
  /* One that has not left yet need not leave at all. */
  const remove = (photo: string) => {
    onChange(photos.filter((one) => one !== photo));
    void discard(photo);
  };
  return (
    <div class="photos">
      {photos.length > 0 && (
        <ul class="photoList">
          {photos.map((photo, at) => (
            <li key={photo}>
              <Photo evidence={photo} name={`${label} ${at + 1}`} />
              <Button kind="quiet" aria-label={say({ zh: `删去${label} ${at + 1}`, en: `Remove ${label} ${at + 1}` })} onClick={() => remove(photo)}>
                {say({ zh: "删去", en: "Remove" })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {photos.length < most && (
        <label class="button fileInput">
          <input ref={input} id={id} type="file" accept="image/*" multiple={most > 1} disabled={busy} aria-label={label} onChange={(event) => void add([...(event.currentTarget.files ?? [])])} />
          {say(busy ? WORDS.working : WORDS.take)}
        </label>
      )}
      {trouble && <p class="fieldError" role="alert">{say(WORDS[trouble])}</p>}
    </div>
  );
}

/** One photo, small; opened large in a tab of its own. Not sent yet, it is shown from this device, and says so. */
export function Photo({ evidence, name }: { evidence: string; name: string }) {
  const stage = useStage(evidence);
  if (stage !== undefined && stage !== "arrived") return <WaitingPhoto id={evidence} name={name} word={say(WORDS[stage === "refused" ? "refused" : "waiting"])} />;
  return <StoredPhoto path={paths.evidence(evidence)} name={name} />;
}

function WaitingPhoto({ id, name, word }: { id: string; name: string; word: string }) {
  const picture = useWaitingPicture(id);
  return <span class="photoBox waitingPhoto">{picture.state === "ready" && <img src={picture.url} alt={name} />}<span>{word}</span></span>;
}

/** A photo that lies in the database already, small; opened large in a tab of its own. */
export function StoredPhoto({ path, name }: { path: string; name: string }) {
  const picture = usePicture(path);
  if (picture.state === "loading") return <span class="photoBox" aria-busy="true">…</span>;
  if (picture.state === "missing") return <span class="photoBox">{say({ zh: "没有读到", en: "not found" })}</span>;
  return <a class="photoBox" href={picture.url} target="_blank" rel="noreferrer"><img src={picture.url} alt={name} /></a>;
}
